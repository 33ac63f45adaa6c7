using Microsoft.Extensions.Logging;

namespace Kling.Tests;

/// <summary>A client over a scripted server, on a fake clock, with everything that it logs.</summary>
internal sealed class Stage : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    private readonly HttpClient _http;

    public Stage(Action<KlingClientOptions>? configure = null, params DelegatingHandler[] chain)
    {
        HttpMessageHandler outermost = Server;
        foreach (DelegatingHandler handler in chain)
        {
            handler.InnerHandler = outermost;
            outermost = handler;
        }

        // A schedule without jitter: most tests are not about it.
        PollingStrategy polling = PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        var options = new KlingClientOptions { ApiKey = Key, TimeProvider = Clock, LoggerFactory = Log, Polling = polling };
        configure?.Invoke(options);
        _http = new HttpClient(outermost) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new KlingClient(_http, options);
    }

    public FakeClock Clock { get; } = new();

    public ScriptedServer Server { get; } = new();

    public CapturedLog Log { get; } = new();

    public KlingClient Client { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<KlingJob> SubmitAsync() => Client.SubmitAsync(new TestRequest(), Token);

    /// <summary>The job after the given answers to the status question.</summary>
    public async Task<KlingJob> SubmitAsync(params Step[] statuses)
    {
        Server.OnStatus(statuses);
        return await SubmitAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        Log.Dispose();
    }
}

/// <summary>Keeps every log line.</summary>
internal sealed class CapturedLog : ILoggerFactory, ILogger
{
    public List<(LogLevel Level, string Text)> Lines { get; } = [];

    public string Text => string.Join('\n', Lines.Select(static line => line.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() => Lines.TrimExcess();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Lines)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(static pair => $"{pair.Key}={pair.Value}")) : "";
            Lines.Add((logLevel, $"{formatter(state, exception)} {values} {exception}"));
        }
    }
}
