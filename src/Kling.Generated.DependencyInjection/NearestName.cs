namespace Kling;

/// <summary>Finds the setting that was probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The nearest candidate, or null if none is near.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        // A setting is written with hyphens or underscores at times; an option's name has none.
        string letters = new([.. name.Where(char.IsLetterOrDigit)]);
        int near = Math.Max(2, name.Length / 3);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: EditDistance.Between(letters, candidate)))
            .Where(pair => pair.Distance <= near)
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
    }
}
