namespace Kling.Cli;

/// <summary>Finds what was probably meant by a name that does not exist.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with a space in front, or nothing if no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        int near = Math.Max(2, name.Length / 3);
        string? best = candidates
            .Select(candidate => (Candidate: candidate, Distance: EditDistance.Between(name, candidate)))
            .Where(pair => pair.Distance <= near)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $" Did you mean '{best}'?";
    }
}
