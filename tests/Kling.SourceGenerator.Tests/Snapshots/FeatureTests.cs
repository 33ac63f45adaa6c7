using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Tests.Snapshots;

/// <summary>One idea each: the smallest schema that shows it, and the part of the output that answers.</summary>
public sealed partial class FeatureTests
{
    private const string Scenes = """
        {
          "properties": {
            "scenes": {
              "type": "array",
              "description": "What happens, in order.",
              "items": {
                "type": "object",
                "required": ["text"],
                "additionalProperties": false,
                "properties": { "text": { "type": "string", "maxLength": 9 }, "seconds": { "type": "integer", "minimum": 1, "maximum": 9, "default": 5 } }
              }
            }
          }
        }
        """;

    [Fact]
    public void A_schema_without_parameters() => Snapshot.Match(
        GeneratorHarness.Run(TestProject.With("""{ "title": "Nothing", "description": "Takes nothing.", "properties": {} }""")).Request,
        nameof(A_schema_without_parameters));

    [Fact]
    public void The_catalogue_lists_the_models_by_slug() => Snapshot.Match(
        GeneratorHarness.Run(TestProject.WithFiles(
            new InMemoryFile("/1.json", """{ "x-slug": "b-2", "properties": {} }"""),
            new InMemoryFile("/2.json", """{ "x-slug": "a-1", "properties": {}, "deprecated": true }"""))).Catalogue,
        nameof(The_catalogue_lists_the_models_by_slug));

    [Theory]
    [InlineData("An_optional_text", """{ "type": "string", "description": "Says something." }""")]
    [InlineData("A_default_that_is_read_and_not_sent", """{ "type": "number", "minimum": 0, "maximum": 1, "default": 0.5 }""")]
    [InlineData("Null_as_a_value", """{ "type": ["integer", "null"], "default": 3 }""")]
    [InlineData("A_deprecated_parameter", """{ "type": "boolean", "deprecated": true }""")]
    [InlineData("A_list_of_lists_with_limits", """{ "type": "array", "maxItems": 2, "items": { "type": "array", "minItems": 1, "items": { "type": "string", "maxLength": 3 } } }""")]
    [InlineData("Any_json", "{}")]
    public void A_parameter_is_a_property(string name, string schema) =>
        Snapshot.Match(Property(GeneratorHarness.Run(TestProject.WithParameter("value_of_it", schema)).Request), name);

    [Theory]
    [InlineData("A_text_enum_begins_at_one", """{ "enum": ["16:9", "auto"] }""")]
    [InlineData("A_text_enum_of_integers_has_their_values", """{ "enum": ["0", "5", "10"] }""")]
    [InlineData("A_mixed_enum_of_integers_has_their_values", """{ "enum": ["5", 10] }""")]
    [InlineData("An_integer_enum_keeps_its_values", """{ "enum": [0, -1, 3000000000], "x-enum-names": ["None", "Less", "Many"] }""")]
    public void An_enum_and_its_converter(string name, string schema)
    {
        string request = GeneratorHarness.Run(TestProject.WithParameter("shape", schema)).Request;
        Snapshot.Match(request[request.LastIndexOf("/// <summary>The allowed values.</summary>", StringComparison.Ordinal)..], name);
    }

    [Fact]
    public void The_builder_adds_a_record_or_what_is_in_one() => Snapshot.Match(
        Between(GeneratorHarness.Run(TestProject.With(Scenes)).Request, "    public AcmeClipRequestBuilder AddScene(", "\n}"),
        nameof(The_builder_adds_a_record_or_what_is_in_one));

    [Fact]
    public void A_nested_record_validates_its_properties_and_refuses_others() => Snapshot.Match(
        Between(
            GeneratorHarness.Run(TestProject.With(Scenes)).Request.Split("public sealed partial record AcmeClipScene ")[1],
            "    static void global::Kling.CompilerServices.IKlingFields<",
            "    internal static"),
        nameof(A_nested_record_validates_its_properties_and_refuses_others));

    private static string Between(string request, string first, string next)
    {
        int start = request.IndexOf(first, StringComparison.Ordinal);
        return request[start..request.IndexOf(next, start, StringComparison.Ordinal)].TrimEnd('\n') + "\n";
    }

    /// <summary>The parameter's property with its comments and attributes.</summary>
    private static string Property(string request) => PropertyPattern().Match(request).Groups["property"].Value;

    [GeneratedRegex("(?<property>    /// <summary>(?:(?!\n\n).)*ValueOfIt(?:(?!\n\n).)*\n)\n", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PropertyPattern();
}
