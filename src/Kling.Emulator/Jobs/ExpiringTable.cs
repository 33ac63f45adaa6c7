using System.Diagnostics.CodeAnalysis;

namespace Kling.Emulator;

/// <summary>
/// Holds values by name until they expire. What has expired is forgotten when something is added, so that what it holds is bounded by what
/// came in a lifetime.
/// </summary>
/// <remarks>Not safe for use by many threads.</remarks>
/// <typeparam name="T">The values.</typeparam>
internal sealed class ExpiringTable<T>
{
    private readonly Dictionary<string, (T Value, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _firstToGo = new();

    /// <summary>What is held, in no order.</summary>
    public IEnumerable<T> Values => _entries.Values.Select(static entry => entry.Value);

    /// <summary>Adds a value under a new name.</summary>
    public void Add(string name, T value, DateTimeOffset now, DateTimeOffset until)
    {
        Forget(now);
        _entries.Add(name, (value, until));
        _firstToGo.Enqueue(name, until);
    }

    /// <summary>The value of a name, unless it has expired.</summary>
    public bool TryFind(string name, DateTimeOffset now, [MaybeNullWhen(false)] out T value)
    {
        bool isHeld = _entries.TryGetValue(name, out (T Value, DateTimeOffset Until) entry) && now < entry.Until;
        value = isHeld ? entry.Value : default;
        return isHeld;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_firstToGo.TryPeek(out string? name, out DateTimeOffset until) && now >= until)
        {
            _ = _firstToGo.Dequeue();
            _ = _entries.Remove(name);
        }
    }
}
