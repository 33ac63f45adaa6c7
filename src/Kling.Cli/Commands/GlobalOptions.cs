using System.CommandLine;

namespace Kling.Cli;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    /// <summary>Adds them to a command and all below it.</summary>
    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Schemas());
        root.Options.Add(Json());
    }

    /// <summary>Reads them ahead of everything else: the models of the folders decide which commands and options there are.</summary>
    public static (string[] Folders, bool Json, string? UntypedSlug) Scan(IReadOnlyList<string> args)
    {
        Option<string[]> schemas = Schemas();
        Option<bool> json = Json();
        Option<bool> untyped = PerModelCommand.Untyped();
        var scan = new RootCommand { TreatUnmatchedTokensAsErrors = false };
        scan.Options.Add(schemas);
        scan.Options.Add(json);
        scan.Options.Add(untyped);
        ParseResult parse = scan.Parse(args, KlingCommandLine.Parsing);
        int at = parse.UnmatchedTokens is [JobsCommand.CommandName, ..] ? 2 : 1;
        string? slug =
            parse.GetValue(untyped) && parse.UnmatchedTokens.ElementAtOrDefault(at) is { } name && !name.StartsWith('-') ? name : null;
        return ([.. parse.GetResult(schemas)?.Tokens.Select(static token => token.Value) ?? []], parse.GetValue(json), slug);
    }

    private static Option<string[]> Schemas() =>
        new("--schemas")
        {
            Description =
                "Adds the models of a folder of schema files and its subfolders, with the same rules as a build. "
                + "They replace built-in models with the same slug. May be repeated.",
            HelpName = "folder",
            Arity = ArgumentArity.OneOrMore,
            Recursive = true,
        };

    private static Option<bool> Json() =>
        new("--json")
        {
            Description = "Writes one JSON document to the standard output and nothing else.",
            Arity = ArgumentArity.Zero,
            Recursive = true,
        };
}
