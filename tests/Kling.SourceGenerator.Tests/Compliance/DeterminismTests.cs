using System.Globalization;

namespace Kling.SourceGenerator.Tests.Compliance;

/// <summary>The same schemas give the same bytes on every machine.</summary>
public sealed class DeterminismTests
{
    private static readonly InMemoryFile[] Files = [.. Checkout.ShippedSchemaPaths.Select(TestProject.ShippedFile), FeatureModel.File, new("/schemas/odd.json", """{ "titel": 1.5, "properties": { "i_i": { "enum": ["I", "i", "-1.5"], "default": 2 } } }""")];

    private static readonly GeneratorOutput Expected = GeneratorHarness.Run(TestProject.WithFiles(Files));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    public void The_culture_does_not_matter(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            AssertSame(Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        AssertSame([.. Files.Reverse()]);
        var random = new Random(20261121);
        for (int i = 0; i < 3; i++)
        {
            InMemoryFile[] shuffled = [.. Files];
            random.Shuffle(shuffled);
            AssertSame(shuffled);
        }
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_matter() =>
        Assert.Equal(
            Expected.AllText,
            GeneratorHarness.Run(TestProject.WithFiles([.. Files.Select(static file => file with { Text = "\uFEFF" + file.Text!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) })])).AllText);

    [Fact]
    public void Every_line_ends_with_a_line_feed() => Assert.All(Expected.Sources.Values, static source =>
    {
        Assert.DoesNotContain('\r', source);
        Assert.EndsWith("}\n", source, StringComparison.Ordinal);
    });

    [Fact]
    public void No_line_ends_in_white_space() => Assert.All(
        Expected.Sources.Values.SelectMany(static source => source.Split('\n')), static line => Assert.Equal(line.TrimEnd(), line));

    private static void AssertSame(InMemoryFile[] files)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(files));
        Assert.Equal(Expected.AllText, output.AllText);
        Assert.Equal(Expected.Report, output.Report);
    }
}
