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

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();
}
