namespace Kling.Cli.Tests;

/// <summary>A model that no shipped file describes, with every kind of parameter and with names that the command has taken.</summary>
internal static class TestSchema
{
    public const string Slug = "house-every-kind";

    public const string Json = """
        {
          "title": "Every kind",
          "type": "object",
          "x-output": "video",
          "x-typical-seconds": 10,
          "properties": {
            "text": { "type": "string", "maxLength": 20 },
            "whole_number": { "type": "integer", "minimum": 0, "maximum": 9 },
            "number": { "type": "number" },
            "flag": { "type": "boolean" },
            "words": { "type": "array", "items": { "type": "string" }, "maxItems": 3 },
            "numbers": { "type": "array", "items": { "type": "number" } },
            "shots": { "type": "array", "items": { "type": "object", "properties": { "prompt": { "type": "string" } } } },
            "options": { "type": "object", "properties": { "depth": { "type": "integer" } } },
            "anything": {},
            "size": { "enum": ["5", 10, "auto"] },
            "input": { "type": "string" },
            "json": { "type": "boolean" },
            "output": { "type": "array", "items": { "type": "string" } }
          },
          "required": ["text"]
        }
        """;
}
