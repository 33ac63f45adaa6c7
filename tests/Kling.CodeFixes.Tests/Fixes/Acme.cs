using Kling.SourceGenerator.Tests;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>A model of a user's own, with the constraints that no shipped model has.</summary>
internal static class Acme
{
    public static InMemoryFile Schema { get; } = new("/schemas/acme-clip.json", """
        {
          "type": "object",
          "properties": {
            "frames": { "type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10 },
            "speed": { "type": "number", "exclusiveMinimum": 0 },
            "blend": { "type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1 },
            "beat": { "type": "number", "exclusiveMinimum": 0, "maximum": 1, "multipleOf": 0.3 },
            "width": { "type": "integer", "minimum": 60, "exclusiveMaximum": 1000, "multipleOf": 8 },
            "sizes": { "type": "array", "items": { "type": "integer", "minimum": 60, "maximum": 999, "multipleOf": 8 } },
            "rates": { "type": "array", "items": { "type": "number", "minimum": 1, "maximum": 2 } },
            "far": { "type": "integer", "minimum": 5000000000 },
            "nothing": { "type": "integer", "minimum": 10, "maximum": 13, "multipleOf": 8 },
            "tags": { "type": "array", "items": { "type": "string" }, "uniqueItems": true, "maxItems": 4 },
            "size": { "type": "integer", "enum": [480, 720, 1080] },
            "moods": { "type": "array", "items": { "type": "string", "enum": ["calm", "wild"] } },
            "fixed": { "const": "acme" }
          },
          "required": ["fixed"]
        }
        """);
}
