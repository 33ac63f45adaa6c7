namespace Kling.CodeFixes;

/// <summary>Finds the name that a misspelled name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest letters to change, the first of several; none if more than a third would change.</summary>
    public static string? Among(IEnumerable<string> names, string written) =>
        names
            .Select(name => (Name: name, Distance: EditDistance.Between(name, written)))
            .Where(candidate => candidate.Distance * 3 <= Math.Max(candidate.Name.Length, 3))
            .OrderBy(static candidate => candidate.Distance)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
}
