using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>A model with each constraint, on a parameter of its own and on the items of a list.</summary>
internal static class ClipModel
{
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "prompt": { "type": "string", "x-references": [{ "marker": "@Element{n}", "list": "elements" }, { "marker": "<<<tag_{n}>>>", "list": "tags" }] },
            "steps": { "$ref": "#/$defs/steps" },
            "steps_items": { "type": "array", "items": { "$ref": "#/$defs/steps" } },
            "ratio": { "$ref": "#/$defs/ratio" },
            "ratio_items": { "type": "array", "items": { "$ref": "#/$defs/ratio" } },
            "beat": { "$ref": "#/$defs/beat" },
            "beat_items": { "type": "array", "items": { "$ref": "#/$defs/beat" } },
            "title": { "$ref": "#/$defs/title" },
            "title_items": { "type": "array", "items": { "$ref": "#/$defs/title" } },
            "code": { "$ref": "#/$defs/code" },
            "code_items": { "type": "array", "items": { "$ref": "#/$defs/code" } },
            "link": { "$ref": "#/$defs/link" },
            "link_items": { "type": "array", "items": { "$ref": "#/$defs/link" } },
            "mode": { "$ref": "#/$defs/mode" },
            "mode_items": { "type": "array", "items": { "$ref": "#/$defs/mode" } },
            "tags": { "type": "array", "minItems": 2, "maxItems": 3, "uniqueItems": true, "items": { "type": "string" } },
            "elements": {
              "type": "array",
              "maxItems": 2,
              "items": { "type": "object", "properties": { "steps": { "$ref": "#/$defs/steps" }, "link": { "$ref": "#/$defs/link" }, "style": { "type": "string", "deprecated": true } } }
            },
            "first_frame": { "type": "string" },
            "last_frame": { "type": "string" },
            "seed": { "type": "integer", "deprecated": true }
          },
          "required": ["prompt"],
          "dependentRequired": { "last_frame": ["first_frame"] },
          "$defs": {
            "steps": { "type": "integer", "minimum": 2, "maximum": 10 },
            "ratio": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 },
            "beat": { "type": "number", "multipleOf": 0.1 },
            "title": { "type": "string", "minLength": 3, "maxLength": 6 },
            "code": { "type": "string", "pattern": "^[a-z]+$" },
            "link": { "type": "string", "format": "uri" },
            "mode": { "type": "string", "enum": ["std", "pro"] }
          }
        }
        """;

    private static readonly Lazy<MetadataReference> CompiledModel = new(static () => Compile(TestProject.With(Schema)));

    private static readonly Lazy<MetadataReference> DeprecatedModel = new(static () => Compile(TestProject.With(
        """{ "type": "object", "deprecated": true, "properties": { "prompt": { "type": "string" } } }""", "/schemas/acme-old.json"), "Old"));

    private static readonly Lazy<MetadataReference> RetiredModel = new(static () => Compile(TestProject.With(
        """{ "type": "object", "x-retired": true, "properties": { "prompt": { "type": "string" } } }""", "/schemas/acme-gone.json"), "Gone"));

    /// <summary>The model as an assembly: its source is nowhere.</summary>
    public static MetadataReference Compiled => CompiledModel.Value;

    /// <summary>A model that the schema calls deprecated, <c>acme-old</c>.</summary>
    public static MetadataReference Deprecated => DeprecatedModel.Value;

    /// <summary>A model that the schema calls retired, <c>acme-gone</c>.</summary>
    public static MetadataReference Retired => RetiredModel.Value;

    /// <summary>Generates a project's models and compiles them.</summary>
    public static MetadataReference Compile(TestProject project, string name = "Acme") =>
        AnalyzerHarness.Emit(GeneratorHarness.Run(project).AssertCompiles().WithAssemblyName(name));
}
