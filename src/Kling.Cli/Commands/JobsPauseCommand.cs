using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs pause</c> and <c>resume</c>.</summary>
internal sealed class JobsPauseCommand : Command
{
    private readonly StoreOption _store = new();
    private readonly bool _isPause;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsPauseCommand(bool isPause, CliHost host, Screen screen)
        : base(
            isPause ? "pause" : "resume",
            isPause
                ? "Stops submits by all workers of the queue. Jobs that are submitted are still waited for and saved."
                : "Continues after 'pause', and after the server has refused all requests."
        )
    {
        (_isPause, _host, _screen) = (isPause, host, screen);
        Options.Add(_store);
        SetAction(ChangeAsync);
    }

    private async Task<int> ChangeAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await using TicketQueue queue = await _store.OpenAsync(parse, _host, cancellationToken);
        await (_isPause ? queue.Jobs.PauseAsync(cancellationToken) : queue.Jobs.ResumeAsync(cancellationToken));
        _screen.Line(_isPause ? "paused" : "resumed");
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("paused", _isPause);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
