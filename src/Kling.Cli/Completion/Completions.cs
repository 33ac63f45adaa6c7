using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Kling.Cli;

/// <summary>What a shell offers for a word: commands, options, and the values of an option or an argument.</summary>
internal static class Completions
{
    /// <summary>The value in place of which a shell offers files.</summary>
    public const string File = ":file";

    /// <summary>The value in place of which this class offers the models.</summary>
    public const string Slug = ":slug";

    private const string Folder = ":folder";

    /// <summary>The completions of a word, each with its meaning or nothing.</summary>
    public static IEnumerable<(string Value, string Meaning)> Of(RootCommand root, TypedLine line, ModelCatalogue catalogue) =>
        Of(root, line)
            .SelectMany(item =>
                item.Value == Slug ? catalogue.Models.Select(static model => (Value: model.Slug, Meaning: FirstSentence(ModelCard.Summary(model)))) : [item]
            )
            .Where(item => item.Value is File or Folder || item.Value.StartsWith(line.Word, StringComparison.Ordinal));

    private static IEnumerable<(string Value, string Meaning)> Of(RootCommand root, TypedLine line)
    {
        ParseResult parse = root.Parse(line.Words, KlingCommandLine.Parsing);
        Command command = parse.CommandResult.Command;
        Option[] options = [.. OptionsOf(parse.CommandResult)];
        int equals = line.Word.IndexOf('=');
        if (equals > 0 && Find(options, line.Word[..equals]) is { } assigned)
        {
            return Values(assigned.HelpName, assigned.CompletionSources)
                .Select(item => item.Value is File or Folder ? item : (line.Word[..(equals + 1)] + item.Value, item.Meaning));
        }

        IEnumerable<(string Value, string Meaning)> all = [];
        if (
            parse.Tokens is [.., { Type: TokenType.Option } last]
            && Find(options, last.Value) is { Arity.MaximumNumberOfValues: > 0 } open
        )
        {
            all = Values(open.HelpName, open.CompletionSources);
            if (open.Arity.MinimumNumberOfValues > 0)
            {
                return all;
            }
        }

        Argument? argument = command.Arguments.FirstOrDefault(argument =>
            (parse.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MaximumNumberOfValues
        );
        all =
        [
            .. all,
            .. command.Subcommands.Select(static sub => (sub.Name, Meaning(sub))),
            .. argument is null ? [] : Values(argument.HelpName ?? argument.Name, argument.CompletionSources),
        ];
        bool wantsOptions = line.Word.StartsWith('-') || (line.Word.Length == 0 && command.Subcommands.Count == 0 && argument is null);
        return all.Concat(wantsOptions ? options.Where(option => IsOpen(option, parse)).SelectMany(option => Names(option, line.Word)) : []);
    }

    private static IEnumerable<Option> OptionsOf(CommandResult result) =>
        result.Command.Options.Concat(
            result.Parent is CommandResult parent ? OptionsOf(parent).Where(static option => option.Recursive) : []
        );

    private static Option? Find(Option[] options, string name) =>
        options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private static bool IsOpen(Option option, ParseResult parse) =>
        option.Arity.MaximumNumberOfValues > 1 || parse.GetResult(option) is null or { Implicit: true };

    /// <summary>The name of an option; an alias only for a word that the name does not begin with, such as <c>--cfg_</c>.</summary>
    private static IEnumerable<(string Value, string Meaning)> Names(Option option, string word) =>
        option
            .Aliases.Order(StringComparer.Ordinal)
            .Prepend(option.Name)
            .Where(name => name.StartsWith(word, StringComparison.Ordinal))
            .Take(1)
            .Select(name => (name, Meaning(option)));

    /// <summary>The values of an option or argument, by what its help calls them.</summary>
    private static IEnumerable<(string Value, string Meaning)> Values(
        string? name,
        IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources
    ) =>
        name is null ? []
        : name.StartsWith("file", StringComparison.Ordinal) ? [(File, "")]
        : name == "folder" ? [(Folder, "")]
        : sources.SelectMany(static source => source(CompletionContext.Empty)).Select(static item => (item.Label, item.Detail ?? ""));

    private static string Meaning(Symbol symbol) => FirstSentence(symbol.Description ?? "");

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..end] : text.TrimEnd('.');
}
