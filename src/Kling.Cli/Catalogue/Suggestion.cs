namespace Kling.Cli;

/// <summary>Finds what was probably meant by a name that does not exist.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with a space in front, or nothing if no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        string? best = candidates
            .Select(candidate => (Candidate: candidate, Distance: EditDistance.Between(name, candidate)))
            .Where(pair => pair.Distance <= MostEdits(name, pair.Candidate))
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $" Did you mean '{best}'?";
    }

    // A third of the letters, or two. The words with which both begin do not count: all slugs begin with 'kling-'.
    private static int MostEdits(string name, string candidate)
    {
        int letters = Math.Max(name.Length, candidate.Length) - CommonWords(name, candidate);
        return Math.Max(letters / 3, Math.Min(2, letters / 2));
    }

    private static int CommonWords(string name, string candidate)
    {
        int common = name.AsSpan().CommonPrefixLength(candidate);
        return name.AsSpan(0, common).LastIndexOfAny('-', '_') + 1;
    }
}
