using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>A value of a union has the constraints of its own type; a number of any property is finite.</summary>
public sealed class UnionTests
{
    private const string Schema = """
        {
          "properties": {
            "level": { "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 10 }, { "type": "string", "minLength": 2, "maxLength": 4 }] },
            "levels": { "type": "array", "items": { "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 10 }, { "type": "string", "maxLength": 4 }] } },
            "link": { "oneOf": [{ "type": "string", "format": "uri" }, { "type": "array", "maxItems": 2, "items": { "type": "string" } }] },
            "either": { "anyOf": [{ "type": "integer", "maximum": 10 }, { "type": "number", "minimum": 20 }] },
            "speed": { "type": "number" },
            "speeds": { "type": "array", "items": { "type": "number" } },
            "ratio": { "type": "number", "minimum": 0, "maximum": 1 }
          }
        }
        """;

    private static readonly Lazy<MetadataReference> Compiled = new(static () =>
        AnalyzerHarness.Emit(GeneratorHarness.Run(TestProject.With(Schema, "/schemas/acme-mix.json")).AssertCompiles().WithAssemblyName("Mix")));

    [Theory]
    [InlineData("KLING102", "Level", "[|11|]")]
    [InlineData("KLING101", "Level", "[|0|]")]
    [InlineData("KLING102", "Level", "flag ? [|11|] : 5")]
    [InlineData("KLING102", "Level", "[|eleven|]")]
    [InlineData("KLING105", "Level", "[|\"large\"|]")]
    [InlineData("KLING104", "Level", "[|string.Empty|]")]
    [InlineData("KLING105", "Level", "[|$\"large {flag}\"|]")]
    [InlineData("KLING102", "Levels", "[5, [|11|], \"low\"]")]
    [InlineData("KLING105", "Levels", "[[|\"large\"|]]")]
    [InlineData("KLING107", "Link", "[|new Uri(\"a.png\", UriKind.Relative)|]")]
    [InlineData("KLING118", "Speed", "[|double.NaN|]")]
    [InlineData("KLING118", "Speed", "[|double.PositiveInfinity|]")]
    [InlineData("KLING118", "Speed", "[|0.0 / 0|]")]
    [InlineData("KLING118", "Speed", "[|float.NaN|]")]
    [InlineData("KLING118", "Speeds", "[1, [|double.NegativeInfinity|]]")]
    [InlineData("KLING118", "Ratio", "[|double.NaN|]")]
    [InlineData("KLING102", "Ratio", "[|double.PositiveInfinity|]")]
    [InlineData("", "Level", "5")]
    [InlineData("", "Level", "\"low\"")]
    [InlineData("", "Level", "null")]
    [InlineData("", "Levels", "[1, 10, \"low\"]")]
    [InlineData("", "Link", "new Uri(\"https://h/a.png\")")]
    [InlineData("", "Speed", "double.MaxValue")]
    [InlineData("", "Speed", "1")]
    [InlineData("", "Speeds", "[1, 0.5]")]

    // Another case of the union may take the same number.
    [InlineData("", "Either", "15")]
    [InlineData("", "Either", "25")]
    public async Task A_value_of_a_union_is_checked_by_its_own_type(string id, string property, string value)
    {
        await Verify(id, $"_ = new AcmeMixRequest {{ {property} = {value} }};");
        await Verify(id, $"_ = request with {{ {property} = {value} }};");
        await Verify(id, value == "null" ? "" : $"builder.With{property}(value: {value}).Build();");
    }

    [Theory]
    [InlineData("KLING102", "builder.AddLevel([|11|]);")]
    [InlineData("KLING118", "builder.AddSpeed([|double.NaN|]);")]
    [InlineData("", "builder.AddLevel(10).AddLevel(\"low\").AddSpeed(0.5);")]
    public Task An_added_item_of_a_union_is_checked_alike(string id, string statement) => Verify(id, statement);

    /// <summary>A union that is made on the way is judged there, and only there.</summary>
    [Theory]
    [InlineData("KLING105", "AcmeMixLevel level = [|\"large\"|]; _ = request with { Level = level };")]
    [InlineData("KLING102", "AcmeMixLevel? level = flag ? [|11|] : null; builder.WithLevel(level!);")]
    [InlineData("KLING102", "AcmeMixLevel level; level = [|11|]; builder.AddLevel(3); _ = level;")]
    [InlineData("KLING102", "AcmeMixLevel Level() => [|11|]; _ = Level();")]
    [InlineData("KLING102", "AcmeMixLevel Level() { return flag ? [|11|] : \"low\"; } _ = Level();")]
    [InlineData("KLING105", "AcmeMixLevel Level() => eleven switch { 0 => 1, 1 => [|\"large\"|], _ => \"low\" }; _ = Level();")]
    [InlineData("KLING102", "Func<AcmeMixLevel> level = () => [|11|]; _ = level();")]
    [InlineData("KLING102", "AcmeMixLevel[] levels = [[|11|], 5]; _ = levels;")]
    [InlineData("KLING102", "var levels = new List<AcmeMixLevel> { 5, [|11|] }; _ = levels;")]
    [InlineData("KLING102", "Take([|11|]); void Take(AcmeMixLevel level) => _ = level;")]
    [InlineData("KLING102", "_ = (AcmeMixLevel)[|11|];")]
    [InlineData("KLING102", "AcmeMixLevel level = [|eleven|]; _ = level;")]
    [InlineData("KLING107", "AcmeMixLink link = [|new Uri(\"a.png\", UriKind.Relative)|]; _ = request with { Link = link };")]
    [InlineData("", "AcmeMixLevel level = \"low\"; _ = request with { Level = level };")]
    [InlineData("", "AcmeMixLevel Level(string word) => word; _ = Level(\"x\");")]
    [InlineData("", "object level = 11; string word = \"large\"; _ = (level, word);")]
    public Task A_value_that_becomes_a_union_elsewhere_is_held_alike(string id, string statement) => Verify(id, statement);

    [Fact]
    public async Task The_message_about_a_number_that_is_not_finite_says_so() => Assert.Equal(
        "NaN is not allowed for 'Speed': JSON has no such number",
        AnalyzerHarness.Message(Assert.Single(await Verify("KLING118", "_ = request with { Speed = [|double.NaN|] };"))));

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statement) => AnalyzerHarness.Verify(id, $$"""
        internal static class Program
        {
            internal static void Run(AcmeMixRequest request, AcmeMixRequestBuilder builder, bool flag)
            {
                var eleven = 11;
                {{statement}}
                _ = (request, builder, flag, eleven);
            }
        }
        """, Compiled.Value);
}
