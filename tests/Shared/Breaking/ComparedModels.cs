namespace Kling.Cli.Tests;

/// <summary>Schemas with keywords that no shipped file has.</summary>
internal static class ComparedModels
{
    /// <summary>Limits of every kind.</summary>
    public const string Limits = """
        {
          "type": "object",
          "properties": {
            "text": { "type": "string", "minLength": 1, "maxLength": 6 },
            "whole": { "type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 1 },
            "real": { "type": "number", "exclusiveMinimum": 0, "maximum": 4 },
            "size": { "enum": ["a", "b", 3, null] },
            "list": { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 1, "maxItems": 3 },
            "maybe": { "type": ["string", "null"], "enum": ["a", "b", null] }
          },
          "required": ["text"]
        }
        """;

    /// <summary>Objects, lists, references and choices inside each other.</summary>
    public const string Nested = """
        {
          "type": "object",
          "properties": {
            "shot": { "type": "object", "properties": { "text": { "type": "string", "maxLength": 5 }, "seconds": { "type": "integer", "maximum": 15 } }, "required": ["text"] },
            "shots": { "type": "array", "items": { "type": "object", "properties": { "mode": { "type": "string", "enum": ["std", "pro"] }, "level": { "type": "number", "minimum": 0 } }, "required": ["mode"] } },
            "choice": { "anyOf": [{ "type": "string", "maxLength": 4 }, { "type": "integer", "minimum": 2 }] },
            "open": {}
          }
        }
        """;
}
