using System.Text.RegularExpressions;
using Kling.SourceGenerator.Tests.Analyzers.Blind;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers.Uses;

/// <summary>
/// Ordinary code that uses all of the API in many syntactic places, in one compilation. A comment at the end of a line names what is
/// reported there; nothing is reported in any other line.
/// </summary>
public sealed partial class UsesTests
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "Analyzers", "Uses", "Code"), "*.cs").Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Each_line_is_reported_as_its_comment_says()
    {
        string[] wanted =
        [
            .. Files
                .SelectMany(static path => File.ReadLines(path).Select((text, line) => (Place: Place(path, line), Mark: Mark().Match(text))))
                .Where(static line => line.Mark.Success)
                .SelectMany(static line => line.Mark.Groups[1].Value.Split(' ').Select(id => line.Place + id)),
        ];
        Compilation compilation = SampleProject.With(Files, OutputKind.ConsoleApplication);

        string[] found = [.. (await AnalyzerHarness.RunCompiled(compilation)).Select(static diagnostic => Place(diagnostic.Location.GetLineSpan()) + diagnostic.Id)];

        Assert.True(wanted.Length > 200);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static string Place(FileLinePositionSpan span) => Place(span.Path, span.StartLinePosition.Line);

    private static string Place(string path, int line) => $"{Path.GetFileName(path)}({line + 1}) ";

    [GeneratedRegex("// (KLING[0-9]{3}(?: KLING[0-9]{3})*)$")]
    private static partial Regex Mark();
}
