using System.Collections.Concurrent;

namespace Kling.Tests.Hostile;

/// <summary>What a run has done.</summary>
internal sealed class HostileFigures
{
    private readonly ConcurrentDictionary<(Place Place, string Name), int> _played = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>What went wrong, with the session that it went wrong in.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How many different faults were played.</summary>
    public int Distinct => _played.Count;

    public TimeSpan Time { get; set; }

    /// <summary>How many bytes came to the foreign host.</summary>
    public long ForeignBytes { get; set; }

    public int Count(string what) => _counts.GetValueOrDefault(what);

    public void Add(string what, int count = 1) => _counts.AddOrUpdate(what, count, (_, before) => before + count);

    public void Played(Place place, Fault fault) => _played.AddOrUpdate((place, fault.Name), 1, static (_, before) => before + 1);

    /// <summary>How many different faults were played at a place, and how many in all.</summary>
    public (int Distinct, int All) PlayedAt(Place place)
    {
        int[] counts = [.. _played.Where(pair => pair.Key.Place == place).Select(static pair => pair.Value)];
        return (counts.Length, counts.Sum());
    }

    /// <summary>The counts whose names begin alike, by the rest of their names.</summary>
    public IEnumerable<(string What, int Count)> Group(string prefix) => _counts
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key[prefix.Length..], pair.Value));
}
