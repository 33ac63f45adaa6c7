using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling status &lt;token&gt;</c>: prints the status of a job.</summary>
internal sealed class StatusCommand : Command
{
    private readonly TokenArgument _token = new();
    private readonly SegmindOptions _segmind = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public StatusCommand(CliHost host, Screen screen)
        : base("status", "Prints the status of a submitted job. A failed job is not an error of this command.")
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_token);
        _segmind.AddTo(this);
        SetAction(AskAsync);
    }

    private async Task<int> AskAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using Connection connection = _segmind.Connect(parse, _host);
        KlingJob job = await _token.ReadAsync(parse, connection, _host, cancellationToken);
        KlingProgress progress = await job.GetStatusAsync(cancellationToken);
        string status = progress.Status.ToString().ToLowerInvariant();
        _screen.Line(
            FormattableString.Invariant($"{job.Slug}: job {job.RequestId} {status}, {progress.Elapsed.TotalSeconds:0} s after its submit")
        );
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", job.Slug);
            writer.WriteString("request_id", job.RequestId);
            writer.WriteString("status", status);
            writer.WriteNumber("seconds", Math.Round(progress.Elapsed.TotalSeconds, 3));
            writer.WriteString("expires_at", job.ExpiresAt.UtcDateTime);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
