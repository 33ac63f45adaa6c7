using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers.Blind;

/// <summary>
/// Wrong and right uses that do not follow the analyzers or their other tests. No rule may be written for one of them.
/// </summary>
public sealed partial class BlindSampleTests
{
    /// <summary>A constant that is cast to an enum without numbers of its own. The author meant it as right; it is reported on purpose.</summary>
    private static readonly (string Sample, int Number) Cast = ("Second/", 121);

    [Theory]
    [InlineData("")]
    [InlineData("Second/")]
    public async Task Every_wrong_use_is_reported_in_its_line(string sample)
    {
        HashSet<(string File, int Line)> reported = await ReportedAsync(sample + "Wrong");

        Assert.Empty(Marked(sample + "Wrong").Where(use => !reported.Contains((use.File, use.Line))).Select(static use => use.Number).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Second/")]
    public async Task No_right_use_is_reported(string sample)
    {
        HashSet<(string File, int Line)> reported = await ReportedAsync(sample + "Right");
        (string File, int Line)[] wanted = [.. Marked(sample + "Right").Where(use => (sample, use.Number) == Cast).Select(static use => (use.File, use.Line))];

        Assert.Equal(wanted, reported);
    }

    [Theory]
    [InlineData("Wrong", 225)]
    [InlineData("Right", 254)]
    [InlineData("Second/Wrong", 200)]
    [InlineData("Second/Right", 200)]
    public void Every_use_has_a_number(string folder, int uses) =>
        Assert.Equal(Enumerable.Range(1, uses), Marked(folder).Select(static use => use.Number).Order());

    /// <summary>The lines that the analyzers report, or the compiler if a use is deprecated.</summary>
    private static async Task<HashSet<(string File, int Line)>> ReportedAsync(string folder)
    {
        Compilation compilation = SampleProject.Compile(
            Sources(folder), folder.StartsWith("Second", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication);
        bool isRight = folder.EndsWith("Right", StringComparison.Ordinal);
        return
        [
            .. (await AnalyzerHarness.Run(compilation))
                .Concat(isRight ? [] : compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Id == "CS0618"))
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
