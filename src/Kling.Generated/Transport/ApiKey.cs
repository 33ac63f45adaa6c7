using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Kling;

/// <summary>The API key, in a wrapping that does not show it: neither in a log nor in a debugger.</summary>
[DebuggerDisplay("(hidden)")]
internal sealed class ApiKey
{
    private const string EnvironmentVariable = SegmindHost.KeyVariable;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private ApiKey(string value, string source)
    {
        _value = value;
        Source = source;
    }

    /// <summary>Where the key came from, for a message about one that the server refuses.</summary>
    public string Source { get; }

    /// <summary>The key from the options, or else from the environment.</summary>
    public static ApiKey From(string? configured)
    {
        if (configured is not null)
        {
            return Parse(configured, $"{nameof(KlingClientOptions)}.{nameof(KlingClientOptions.ApiKey)}, set in code or by configuration");
        }

        return Environment.GetEnvironmentVariable(EnvironmentVariable) is not { } value
            ? throw new InvalidOperationException(
                $"There is no API key. Set the environment variable {EnvironmentVariable}, or pass the key with {nameof(KlingClientOptions)}.{nameof(KlingClientOptions.ApiKey)} or to the constructor of {nameof(KlingClient)}."
            )
            : Parse(value, $"the environment variable {EnvironmentVariable}");
    }

    /// <summary>The key that a constructor was given.</summary>
    public static ApiKey Parse(string value) => Parse(value, $"the argument of the constructor of {nameof(KlingClient)}");

    public void AddTo(HttpContent content) => content.Headers.Add(SegmindHost.KeyHeader, _value);

    /// <summary>The text without the key: a server may quote it in an error.</summary>
    public string Redact(string text) => text.Replace(_value, "(API key)", StringComparison.Ordinal);

    public override string ToString() => "(hidden)";

    /// <summary>The key without white space around it, as it comes out of a file or a shell.</summary>
    [SuppressMessage("Usage", "CA2208", Justification = "The name is the one of the public constructors' parameter.")]
    private static ApiKey Parse(string value, string source)
    {
        string trimmed = value.Trim();
        if (trimmed.Length == 0)
        {
            throw new ArgumentException("The API key is empty.", "apiKey");
        }

        // What a header cannot carry is refused here: the error of the HTTP stack would come late and might quote the key.
        return trimmed.All(static sign => sign is > ' ' and < '\x7F')
            ? new ApiKey(trimmed, WithVariable(trimmed, source))
            : throw new ArgumentException(
                "The API key contains white space, a control character or a character outside ASCII. The key itself is not shown here.",
                "apiKey"
            );
    }

    /// <summary>Programs often read the variable by themselves and pass its value on. Who changes the key has to know that.</summary>
    private static string WithVariable(string key, string source) =>
        !source.Contains(EnvironmentVariable, StringComparison.Ordinal)
        && Environment.GetEnvironmentVariable(EnvironmentVariable)?.Trim() == key
            ? $"{source}; it is also the value of the environment variable {EnvironmentVariable}"
            : source;
}
