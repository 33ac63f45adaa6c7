using System.CommandLine;
using System.Text.Json;

namespace Kling.Cli;

/// <summary><c>kling breaking &lt;old&gt; &lt;new&gt;</c>: what changes for callers between two versions of schema files.</summary>
internal sealed class BreakingCommand : Command
{
    private const string Forms = "a schema file, a folder of schema files, or either of a git revision as <revision>:<path>";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    private readonly Argument<string> _old = new("old")
    {
        Description = $"The old version: {Forms}.",
        HelpName = "old",
        CompletionSources = { Completions.File },
    };

    private readonly Argument<string> _new = new("new")
    {
        Description = $"The new version: {Forms}.",
        HelpName = "new",
        CompletionSources = { Completions.File },
    };

    private readonly Option<string?> _sarif = new("--sarif")
    {
        Description = "Writes the changes to a file as SARIF 2.1.0 too, for code scanning.",
        HelpName = "file",
    };
    private readonly CliHost _host;
    private readonly Screen _screen;

    public BreakingCommand(CliHost host, Screen screen)
        : base(
            "breaking",
            "Compares two versions of schema files, and lists what changes for callers: which requests are valid (wire), generated types "
                + $"(source), and what requests do (behaviour). The exit code is {ExitCodes.Breaking} if a change is breaking."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_old);
        Arguments.Add(_new);
        Options.Add(_sarif);
        SetAction(CompareAsync);
    }

    private async Task<int> CompareAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        IReadOnlyList<ComparedSchema> old = await SchemaSet.ReadAsync(parse.GetRequiredValue(_old), _host, cancellationToken);
        IReadOnlyList<ComparedSchema> current = await SchemaSet.ReadAsync(parse.GetRequiredValue(_new), _host, cancellationToken);
        IReadOnlyList<SchemaChange> changes = SchemaChanges.Between(old, current);
        if (parse.GetValue(_sarif) is { } path)
        {
            WriteSarif(path, changes);
        }

        ChangeText.Show(changes, _screen);
        _screen.Line(ChangeText.Summary(changes));
        _screen.Document(writer => ChangeJson.Write(writer, changes));
        return changes.Any(static change => change.Rule.IsBreaking) ? ExitCodes.Breaking : ExitCodes.Ok;
    }

    private void WriteSarif(string path, IReadOnlyList<SchemaChange> changes)
    {
        using var file = new FileStream(_host.FullPath(path), FileMode.Create);
        using var writer = new Utf8JsonWriter(file, Indented);
        SarifLog.Write(writer, changes);
    }
}
