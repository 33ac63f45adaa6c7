using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kling.Cli;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static CliFailure Of(ParseResult parse, ModelCatalogue catalogue)
    {
        Command command = parse.CommandResult.Command;
        string[] unknown = [.. parse.UnmatchedTokens];
        if (command is PerModelCommand && unknown.Length > 0 && !IsOption(unknown[0]))
        {
            return catalogue.Unknown(unknown[0]);
        }

        if (command is PerModelCommand && unknown.Length > 0)
        {
            return Usage(
                command,
                [$"name the model before its options: '{Path(command)} <slug> {unknown[0]} …'; 'kling models' lists them"]
            );
        }

        if (unknown.Length > 0)
        {
            // What follows an unknown option is most likely its value.
            string[] options = [.. unknown.Where(IsOption)];
            return Usage(
                command,
                [
                    .. options.Length > 0
                        ? options.Select(option => UnknownOption(option, parse))
                        : unknown.Select(text => UnknownText(text, command)),
                ]
            );
        }

        return command.Subcommands.Count > 0
            ? Usage(
                command,
                [
                    command is PerModelCommand
                        ? "name a model; 'kling models' lists them"
                        : $"name a command: {string.Join(", ", command.Subcommands.Select(static sub => sub.Name))}",
                ],
                isAtStart: command is RootCommand
            )
            : Usage(command, [.. parse.Errors.Select(static error => error.Message)]);
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static CliFailure Usage(Command command, string[] lines, bool isAtStart = false) =>
        new(ExitCodes.Usage, lines[0])
        {
            Details = [.. lines.Skip(1), $"'{Path(command)} --help' lists what is available."],
            IsAtStart = isAtStart,
        };

    private static string UnknownText(string text, Command command) =>
        $"unexpected '{text}'.{Suggestion.For(text, command.Subcommands.Select(static sub => sub.Name))}";

    private static string UnknownOption(string token, ParseResult parse)
    {
        string name = token.Split('=', ':')[0];
        string[] names =
        [
            .. Options(parse.CommandResult)
                .SelectMany(static option => option.Aliases.Append(option.Name))
                .Where(static alias => alias.StartsWith("--", StringComparison.Ordinal)),
        ];
        if (names.Contains(name))
        {
            return $"'{name}' is an option of '{Path(parse.CommandResult.Command)}' and must follow it: '{Path(parse.CommandResult.Command)} {name} …'";
        }

        return $"'{Path(parse.CommandResult.Command)}' has no option '{name}'.{Suggestion.For(name, names)}";
    }

    private static IEnumerable<Option> Options(CommandResult result) =>
        result.Command.Options.Concat(
            result.Parent is CommandResult parent ? Options(parent).Where(static option => option.Recursive) : []
        );

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "kling";
}
