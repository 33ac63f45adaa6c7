using System.Text.Json;

namespace Kling;

/// <summary>A submit that is looked for in the history: its body, and when it can have reached the server.</summary>
internal sealed class SoughtSubmit
{
    // The deepest JSON that a Utf8JsonWriter writes.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private readonly TimeSpan _tolerance;
    private readonly TimeSpan _timeout;

    /// <param name="intent">The submit.</param>
    /// <param name="timeout">How long a submit may take.</param>
    /// <param name="tolerance">How much the clocks may differ.</param>
    /// <exception cref="ArgumentException">The intent has no time, or no body.</exception>
    public SoughtSubmit(KlingSubmitIntent intent, TimeSpan timeout, TimeSpan tolerance)
    {
        if (intent.CreatedAt == default)
        {
            throw new ArgumentException(
                $"The submit {intent} cannot be looked up, because its {nameof(KlingSubmitIntent.CreatedAt)} is not set.",
                nameof(intent)
            );
        }

        try
        {
            using var json = JsonDocument.Parse(intent.Body, Deep);
            Body = json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The submit {intent} cannot be looked up, because its body is not JSON.", nameof(intent), e);
        }

        (Intent, _timeout, _tolerance) = (intent, timeout, tolerance);
    }

    public KlingSubmitIntent Intent { get; }

    public JsonElement Body { get; }

    /// <summary>The earliest time of it on the server's clock.</summary>
    public DateTimeOffset From => Intent.CreatedAt - _tolerance;

    /// <summary>The latest.</summary>
    public DateTimeOffset To => Intent.CreatedAt + _timeout + _tolerance;

    /// <summary>Whether the history could show the one as the other.</summary>
    public bool IsTwinOf(SoughtSubmit other) =>
        string.Equals(Intent.Slug, other.Intent.Slug, StringComparison.OrdinalIgnoreCase)
        && From <= other.To
        && other.From <= To
        && JsonElementComparer.Instance.Equals(Body, other.Body);

    /// <summary>
    /// Compares a request of the history with it. Whatever the history leaves out or may have added makes it a possible match and not
    /// another request: a submit that counts as lost is sent again.
    /// </summary>
    public HistoryMatch Compare(KlingHistoryEntry entry)
    {
        if (entry.CreatedAt is { } created && (created < From || created > To))
        {
            return HistoryMatch.No;
        }

        bool isSameModel = string.Equals(entry.Slug, Intent.Slug, StringComparison.OrdinalIgnoreCase);
        bool isSameBody = entry.Body is { } sent && JsonElementComparer.Instance.Equals(sent, Body);
        if (isSameBody)
        {
            return isSameModel && entry.CreatedAt is not null ? HistoryMatch.Same : HistoryMatch.Possible;
        }

        bool canBeSameModel = isSameModel || entry.Slug is null;
        return canBeSameModel && (entry.Body is not { } body || Contains(body)) ? HistoryMatch.Possible : HistoryMatch.No;
    }

    /// <summary>Whether a body has every parameter that was sent: the server may have added its defaults.</summary>
    private bool Contains(JsonElement body)
    {
        Dictionary<string, JsonElement> members = JsonMembers.Of(body);
        return Body.ValueKind is JsonValueKind.Object
            && JsonMembers
                .Of(Body)
                .All(sent =>
                    members.TryGetValue(sent.Key, out JsonElement value) && JsonElementComparer.Instance.Equals(sent.Value, value)
                );
    }
}
