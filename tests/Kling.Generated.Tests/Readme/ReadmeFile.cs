using System.Reflection;
using System.Text.RegularExpressions;

namespace Kling.Tests.Readme;

/// <summary>The README of the repository, in pieces.</summary>
internal static partial class ReadmeFile
{
    public static string Folder { get; } =
        typeof(ReadmeFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The C# blocks in their order, and then those of the packages' own pages.</summary>
    public static IReadOnlyList<string> Code { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Combine(Folder, "src")).Order(StringComparer.Ordinal)
            .Select(static project => Path.Combine(project, "README.md"))
            .Where(File.Exists)
            .Select(static page => File.ReadAllText(page).ReplaceLineEndings("\n"))
            .Prepend(Text)
            .SelectMany(static page => CodeBlock().Matches(page))
            .Select(static match => match.Groups["code"].Value),
    ];

    /// <summary>The other files that it links to.</summary>
    public static IEnumerable<string> LinkedFiles => Link().Matches(Text)
        .Select(static match => match.Groups["target"].Value.Split('#')[0])
        .Where(static target => target.Length > 0 && !target.StartsWith("https://", StringComparison.Ordinal));

    /// <summary>The rows of the table whose head begins with the given word, cell by cell, without the marks of code.</summary>
    public static IReadOnlyList<string[]> Table(string head) =>
    [
        .. Text.Split('\n')
            .SkipWhile(line => !line.StartsWith($"| {head} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim().Trim('`')).ToArray()),
    ];

    /// <summary>The models that it names as those without a schema.</summary>
    public static IEnumerable<string> WithoutSchema => Slug().Matches(Text.Split('\n').Single(static line => line.StartsWith("Without a schema: ", StringComparison.Ordinal)))
        .Select(static match => match.Value);

    /// <summary>Replaces the table whose head begins with the given word. The names of types are written as code.</summary>
    public static void Write(string[] header, IEnumerable<string[]> rows)
    {
        string[] lines = Text.Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith($"| {header[0]} |", StringComparison.Ordinal));
        IEnumerable<string> table = rows
            .Select(static row => Line(row.Select(static (cell, index) => index == 1 ? $"`{cell}`" : cell)))
            .Prepend($"|{string.Concat(header.Select(static _ => "---|"))}")
            .Prepend(Line(header));
        File.WriteAllText(
            Path.Combine(Folder, "README.md"),
            string.Join('\n', [.. lines[..first], .. table, .. lines[first..].SkipWhile(static line => line.StartsWith('|'))]));
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    [GeneratedRegex("kling-[a-z0-9.-]*[a-z0-9]")]
    private static partial Regex Slug();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();
}
