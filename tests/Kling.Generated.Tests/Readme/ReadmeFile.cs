using System.Reflection;
using System.Text.RegularExpressions;

namespace Kling.Tests.Readme;

/// <summary>The READMEs: that of the repository, that of the schema files, and the page of each package. In pieces.</summary>
internal static partial class ReadmeFile
{
    public const string Main = "README.md";

    public static string Folder { get; } =
        typeof(ReadmeFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The pages of the packages. NuGet shows them, where relative links lead nowhere.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Combine(Folder, "src")).Order(StringComparer.Ordinal)
            .Select(static project => $"src/{Path.GetFileName(project)}/README.md")
            .Where(static page => File.Exists(Path.Combine(Folder, page))),
    ];

    /// <summary>All pages; the repository's is the first.</summary>
    public static IReadOnlyList<string> Pages { get; } = [Main, "schemas/README.md", .. Packages];

    /// <summary>The Markdown files that link to others.</summary>
    public static IReadOnlyList<string> Linking { get; } = [.. Pages, "CONTRIBUTING.md", "SECURITY.md", "SUPPORT.md", "generator/DIAGNOSTICS.md"];

    /// <summary>The C# blocks of all pages, in their order.</summary>
    public static IReadOnlyList<string> Code { get; } =
        [.. Pages.SelectMany(static page => CodeBlock().Matches(Text(page))).Select(static match => match.Groups["code"].Value)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");

    /// <summary>The links of a page: to a file, relative to the page, with a heading or without; to a heading of the page; to a site.</summary>
    public static IEnumerable<string> Links(string page) => Link().Matches(Text(page)).Select(static match => match.Groups["target"].Value);

    /// <summary>The fragments that lead to the headings of a Markdown file.</summary>
    public static IEnumerable<string> Headings(string file) => Heading().Matches(Text(file))
        .Select(static match => NoFragment().Replace(match.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The rows of the only table whose head begins with the given word, cell by cell, without the marks of code.</summary>
    public static IReadOnlyList<string[]> Table(string head) =>
    [
        .. Text(PageWith(head)).Split('\n')
            .SkipWhile(line => !IsHead(line, head))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim().Trim('`')).ToArray()),
    ];

    /// <summary>The models that are named as those without a schema.</summary>
    public static IEnumerable<string> WithoutSchema =>
        Slug().Matches(Pages.SelectMany(static page => Text(page).Split('\n')).Single(static line => line.StartsWith("Without a schema: ", StringComparison.Ordinal)))
            .Select(static match => match.Value);

    /// <summary>Replaces the table whose head begins with the given word. The names of types are written as code.</summary>
    public static void Write(string[] header, IEnumerable<string[]> rows)
    {
        string page = PageWith(header[0]);
        string[] lines = Text(page).Split('\n');
        int first = Array.FindIndex(lines, line => IsHead(line, header[0]));
        IEnumerable<string> table = rows
            .Select(static row => Line(row.Select(static (cell, index) => index == 1 ? $"`{cell}`" : cell)))
            .Prepend($"|{string.Concat(header.Select(static _ => "---|"))}")
            .Prepend(Line(header));
        File.WriteAllText(
            Path.Combine(Folder, page),
            string.Join('\n', [.. lines[..first], .. table, .. lines[first..].SkipWhile(static line => line.StartsWith('|'))]));
    }

    private static string PageWith(string head) => Pages.Single(page => Text(page).Split('\n').Any(line => IsHead(line, head)));

    private static bool IsHead(string line, string head) => line.StartsWith($"| {head} |", StringComparison.Ordinal);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    [GeneratedRegex("kling-[a-z0-9.-]*[a-z0-9]")]
    private static partial Regex Slug();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoFragment();
}
