using Microsoft.Extensions.Logging;

namespace Kling.Cli;

/// <summary>
/// Shows the warnings of the queue's worker, such as a database that cannot be reached, as lines. How each job ends, the command shows itself.
/// </summary>
internal sealed class BoardLog(IJobBoard board, CliHost host) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel) && eventId.Name is not "Failed")
        {
            string reason = exception is null ? "" : $": {exception.Message}";
            board.Note(host.WithoutKey(formatter(state, exception) + reason));
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
