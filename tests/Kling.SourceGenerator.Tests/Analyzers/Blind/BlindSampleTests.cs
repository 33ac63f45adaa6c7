using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers.Blind;

/// <summary>
/// Wrong and right uses that do not follow the analyzers or their other tests. No rule may be written for one of them.
/// </summary>
public sealed partial class BlindSampleTests
{
    /// <summary>
    /// What the authors meant as right and is reported on purpose: constants that are cast to an enum without numbers of its own (KLING108), and
    /// suggestions to refer to an item that no text refers to (KLING119).
    /// </summary>
    private static readonly (string Sample, string File, int Line)[] OnPurpose =
    [
        ("Second/", "Scenes.cs", 76),
        ("Third/", "Requests.cs", 71),
        ("Third/", "Requests.cs", 78),
        ("Fourth/", "Storyboard.cs", 74),
        ("Fourth/", "Storyboard.cs", 128),
        ("Fourth/", "Storyboard.cs", 129),
        ("Fourth/", "Storyboard.cs", 187),
        ("Fourth/", "TravelClips.cs", 37),
        ("Fourth/", "TravelClips.cs", 172),
        ("Fifth/", "Bounds.cs", 23),
        ("Fifth/", "Bounds.cs", 81),
        ("Fifth/", "Bounds.cs", 91),
    ];

    /// <param name="sample">The sample.</param>
    /// <param name="missed">The numbers of the uses that are not reported, or not in their line.</param>
    [Theory]
    [InlineData("", "")]
    [InlineData("Second/", "")]
    [InlineData("Third/", "106 140 160")]
    [InlineData("Fourth/", "24 64 82 119")]
    [InlineData("Fifth/", "7 15 16 17 43 154 167 174")]
    [InlineData("Sixth/", "73 155 167 175 177")]
    public async Task Every_wrong_use_but_those_that_are_missed_is_reported_in_its_line(string sample, string missed)
    {
        HashSet<(string File, int Line)> reported = await ReportedAsync(sample + "Wrong");

        Assert.Equal(missed, string.Join(' ', Marked(sample + "Wrong").Where(use => !reported.Contains((use.File, use.Line))).Select(static use => use.Number).Order()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Second/")]
    [InlineData("Third/")]
    [InlineData("Fourth/")]
    [InlineData("Fifth/")]
    [InlineData("Sixth/")]
    public async Task No_right_use_is_reported_but_on_purpose(string sample)
    {
        HashSet<(string File, int Line)> reported = await ReportedAsync(sample + "Right");

        Assert.Equal(OnPurpose.Where(use => use.Sample == sample).Select(static use => (use.File, use.Line - 1)), reported.OrderBy(static place => place));
    }

    [Theory]
    [InlineData("Wrong", 225)]
    [InlineData("Right", 254)]
    [InlineData("Second/Wrong", 200)]
    [InlineData("Second/Right", 200)]
    [InlineData("Third/Wrong", 200)]
    [InlineData("Third/Right", 200)]
    [InlineData("Fourth/Wrong", 200)]
    [InlineData("Fourth/Right", 200)]
    [InlineData("Fifth/Wrong", 200)]
    [InlineData("Fifth/Right", 200)]
    [InlineData("Sixth/Wrong", 200)]
    [InlineData("Sixth/Right", 200)]
    public void Every_use_has_a_number(string folder, int uses) =>
        Assert.Equal(Enumerable.Range(1, uses), Marked(folder).Select(static use => use.Number).Order());

    /// <summary>The lines that the analyzers report, or the compiler if a use is deprecated.</summary>
    private static async Task<HashSet<(string File, int Line)>> ReportedAsync(string folder)
    {
        bool isRight = folder.EndsWith("Right", StringComparison.Ordinal);
        Compilation compilation = SampleProject.With(
            Sources(folder), folder.Contains('/', StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication);
        return
        [
            .. (await AnalyzerHarness.RunCompiled(compilation, isRight ? [] : ["CS0618"]))
                .Select(static diagnostic => diagnostic.Location.GetLineSpan())
                .Select(static span => (Path.GetFileName(span.Path), span.StartLinePosition.Line)),
        ];
    }

    private static IEnumerable<(string File, int Line, int Number)> Marked(string folder) => Sources(folder)
        .SelectMany(static path => File.ReadLines(path).Select((text, line) => (File: Path.GetFileName(path), Line: line, Mark: Mark().Match(text))))
        .Where(static use => use.Mark.Success)
        .Select(static use => (use.File, use.Line, int.Parse(use.Mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(PathOf(folder), "*.cs").Order(StringComparer.Ordinal);

    private static string PathOf(string folder) => Path.Combine(Checkout.Tests, "Analyzers", "Blind", folder);

    [GeneratedRegex("// (?:WRONG|RIGHT) ([0-9]+)")]
    private static partial Regex Mark();
}
