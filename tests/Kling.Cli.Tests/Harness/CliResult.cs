using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>What a command line left behind.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of the standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The standard output as the one JSON document that it must be.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    public override string ToString() => $"exit code {ExitCode}\n--- out\n{Out}--- error\n{Error}";
}
