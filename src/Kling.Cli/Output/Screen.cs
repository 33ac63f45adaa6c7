using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>
/// The only way to the standard output and the standard error. Results go to the first, everything else to the second. Whatever passes is
/// freed of the API key and made visible, because schemas, files and servers are not to be trusted with a terminal.
/// </summary>
internal sealed class Screen(CliHost host, bool json)
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _gate = new();

    /// <summary>Whether the standard output must contain one JSON document and nothing else.</summary>
    public bool IsJson => json;

    /// <summary>A line of the result. It is not written with --json.</summary>
    public void Line(string text) => Result(PlainText.OneLine(text) + "\n");

    /// <summary>A result of several lines, such as a file. It is not written with --json.</summary>
    public void Text(string text) => Result(text);

    /// <summary>The help, which is the result with JSON too.</summary>
    public void Help(string text) => Write(host.Out, text.ReplaceLineEndings("\n"));

    /// <summary>Values for a shell, each on a line with its meaning after a tab.</summary>
    public void Completions(IEnumerable<(string Value, string Meaning)> items)
    {
        foreach ((string value, string meaning) in items)
        {
            host.Out.Write(Safe(PlainText.OneLine(value)) + '\t' + Safe(PlainText.OneLine(meaning)) + '\n');
        }

        host.Out.Flush();
    }

    /// <summary>A table of the result. It is not written with --json.</summary>
    public void Table(Table table)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = host.OutWidth ?? 10_000;
        console.Write(table.NoBorder().HideRowSeparators());
        IEnumerable<string> lines = text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Result(string.Concat(lines.Select(static line => line.TrimEnd() + "\n")));
    }

    /// <summary>The result as JSON. It is written only with --json.</summary>
    public void Document(Action<Utf8JsonWriter> write)
    {
        if (!json)
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            write(writer);
        }

        Write(host.Out, Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }

    /// <summary>A line on the standard error.</summary>
    public void Note(string text) => Write(host.Error, PlainText.OneLine(text) + "\n");

    /// <summary>A prompt; the user's reply follows on the same line.</summary>
    public void Ask(string text) => Write(host.Error, PlainText.OneLine(text) + " ");

    /// <summary>An error: one line, and one for each violation.</summary>
    public void Error(CliFailure failure)
    {
        Note("error: " + failure.Message);
        foreach (string detail in failure.Violations.Select(static violation => violation.ToString()).Concat(failure.Details))
        {
            Note("  " + detail);
        }

        if (failure.IsAtStart && host.ErrorIsTerminal && !json)
        {
            Note("  Without a key: 'kling demo' runs jobs on the built-in emulator, and 'kling studio' serves a page with a form for every model.");
            Note($"  With a key: sign in at https://www.segmind.com, create a key on the page 'API Keys' of the dashboard, and set {CliHost.ApiKeyVariable}.");
        }
    }

    /// <summary>The end of the command by an error. Where the standard error is lost, a job's token goes to the standard output.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(CliFailure failure)
    {
        Error(failure);
        if (failure.Token is not null && host.ErrorStream?.Failure is not null)
        {
            Line("error: " + failure.Message);
        }

        Document(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            FailureJson.Write(writer, failure);
            writer.WriteEndObject();
        });
        return failure.ExitCode;
    }

    /// <summary>Makes sure that a result can be printed, before anything is billed.</summary>
    /// <exception cref="CliFailure">The standard output cannot be written.</exception>
    public void EnsureOutput()
    {
        if (host.OutStream?.Probe() is { } failure)
        {
            throw new CliFailure(ExitCodes.OutputLost, $"the standard output cannot be written: {failure.Message}. Nothing was sent");
        }
    }

    /// <summary>The end of the command.</summary>
    /// <returns>The exit code: lost output is not a success. If the reader has exited, nothing is reported.</returns>
    public int End(int exitCode)
    {
        if (host.OutStream?.Failure is not { } failure || exitCode != ExitCodes.Ok)
        {
            return exitCode;
        }

        if (!failure.IsBrokenPipe)
        {
            Note($"error: the standard output cannot be written: {failure.Message}");
        }

        return ExitCodes.OutputLost;
    }

    private void Result(string text)
    {
        if (!json)
        {
            Write(host.Out, text);
        }
    }

    private void Write(TextWriter writer, string text)
    {
        lock (_gate)
        {
            writer.Write(Safe(text));
            writer.Flush();
        }
    }

    private string Safe(string text) => PlainText.Visible(host.WithoutKey(text));
}
