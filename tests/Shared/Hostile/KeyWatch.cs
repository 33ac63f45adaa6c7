using System.Text;
using Microsoft.Extensions.Logging;

namespace Kling.Tests.Hostile;

/// <summary>Keeps everything that comes to a place where no key may come: a host, a proxy, a log.</summary>
internal sealed class KeyWatch : ILoggerFactory, ILogger
{
    /// <summary>What the keys of all clients begin with.</summary>
    public const string Mark = "SG_";

    private readonly StringBuilder _text = new();

    /// <summary>How many bytes have come.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a key, or the name of its header, was among it.</summary>
    public bool HasKey
    {
        get
        {
            lock (_text)
            {
                string text = _text.ToString();
                return text.Contains(Mark, StringComparison.OrdinalIgnoreCase) || text.Contains("x-api-key:", StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    public void Add(ReadOnlyMemory<byte> bytes) => Add(Encoding.Latin1.GetString(bytes.Span));

    public void Add(string text)
    {
        lock (_text)
        {
            Count += text.Length;
            _ = _text.Append(text);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add($"{formatter(state, exception)} {exception}");

    public void Dispose() => _text.Clear();
}
