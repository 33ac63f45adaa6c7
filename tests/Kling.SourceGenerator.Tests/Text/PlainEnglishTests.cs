using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Tests.Text;

/// <summary>
/// Documentation, messages and comments are written in plain English. The phrases that readers had to read twice stay out of them:
/// each has a standard term, which CONTRIBUTING asks for.
/// </summary>
public sealed class PlainEnglishTests
{
    // In pairs: the phrase, and what to write instead.
    private static readonly (string Phrase, string Instead)[] Phrases =
    [
        ("stands twice", "is duplicated"),
        ("stand twice", "be duplicated"),
        ("spoken of", "ignored"),
        ("speaks of", "applies to, mentions"),
        ("what comes back", "response"),
        ("sink the rest", "affect the other requests"),
        ("with hope", "a retry may succeed"),
        ("asks first", "asks for confirmation"),
        ("goes on from there", "is resumed"),
        ("dearer", "costs more"),
        ("knows no", "has no"),
        ("knows the job no more", "the job no longer exists"),
        ("no news", "the poll failed"),
        ("what stands", "the text, the value, the part"),
        ("what it stands for", "its meaning"),
        ("stands behind", "follows"),
        ("stand behind", "follow"),
        ("stands beside", "is next to"),
        ("stands before", "precedes"),
        ("stands in front", "precedes"),
        ("stand in front", "precede"),
        ("stands in line", "is queued"),
        ("stand in line", "be queued"),
        ("where it stands", "its status, its location"),
        ("the job stands", "the job's status"),
        ("a job stands", "a job's status"),
        ("leads nowhere", "refers to something that does not exist"),
        ("is none of", "is not one of"),
        ("what is no", "values that are not"),
        ("slip of the pen", "mistake"),
        ("nobody", "say what happens instead"),
        ("whoever", "the caller, anyone who"),
        ("who has the", "anyone with the"),
        ("who comes too early", "excess polls"),
        ("is told at every", "receives"),
        ("is remarked", "is listed"),
        ("the only thing that knows", "is defined by"),
        ("makes an address of", "uploads"),
        ("asks for silence", "throttles"),
        ("asked for silence", "throttled"),
        ("questions a second", "polls per second"),
        ("must be there", "is required"),
        ("has to be there", "is required"),
        ("left out, it is", "Default:"),
        ("what was wrong is said", "errors are reported"),
        ("answered with", "returned"),
        ("departs from", "violates"),
        ("all the same", "still"),
        ("taken up again", "resumed"),
        ("go on with", "continue with, resume"),
        ("is no JSON", "is not JSON"),
        ("is no absolute", "is not an absolute"),
        ("nothing of it was", "the server did not receive it"),
        ("for the sign", "for the character"),
        ("absurdly large", "too large"),
        ("looks whether", "checks whether"),
        ("look at the account", "check the account"),
    ];

    // A phrase may be broken over two lines of a comment.
    private static readonly Regex Pattern = new(
        $@"\b(?:{string.Join('|', Phrases.Select(static pair => string.Join(@"\s+(?:///?\s*)?", pair.Phrase.Split(' ').Select(Regex.Escape))))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void No_text_contains_a_forbidden_phrase()
    {
        string[] files = [.. Files()];

        Assert.Contains("README.md", files);
        Assert.True(files.Length > 500, $"Only {files.Length} files were searched.");
        Assert.Empty(files.SelectMany(static file => Hits(file, Checkout.Read(file))));
    }

    [Theory]
    [InlineData("One.\nNobody can tell.", "a.md(2): \"Nobody\". Write: say what happens instead")]
    [InlineData("/// A name that stands\n    /// twice.", "a.md(1): \"stands twice\". Write: is duplicated")]
    [InlineData("One that Knows no parameter", "a.md(1): \"Knows no\". Write: has no")]
    [InlineData("What is not an object is ignored.", null)]
    [InlineData("It knows nothing of the rest.", null)]
    public void A_forbidden_phrase_is_found_in_any_case_and_across_line_breaks(string text, string? hit) =>
        Assert.Equal(hit is null ? [] : [hit], Hits("a.md", text));

    private static IEnumerable<string> Hits(string file, string text) => Pattern.Matches(text).Select(match =>
    {
        string found = Regex.Replace(match.Value, @"\s+(?:///?\s*)?", " ");
        int line = text.AsSpan(0, match.Index).Count('\n') + 1;
        return $"{file}({line}): \"{found}\". Write: {Phrases.First(pair => pair.Phrase.Equals(found, StringComparison.OrdinalIgnoreCase)).Instead}";
    });

    private static IEnumerable<string> Files() => Below("", "*.md").Concat(Below("src", "*.cs")).Concat(Below("generator", "*.cs"));

    /// <summary>The files of a folder that are not the output of a build, relative to the root.</summary>
    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj" or "artifacts" or ".git"))
            .Order(StringComparer.Ordinal);
}
