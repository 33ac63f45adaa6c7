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
            "nothing": { "type": "integer", "minimum": 10, "maximum": 13, "multipleOf": 8 },
            "tags": { "type": "array", "items": { "type": "string" }, "uniqueItems": true, "maxItems": 4 },
            "size": { "type": "integer", "enum": [480, 720, 1080] }
          }
        }
        """);

    /// <summary>A request in a file of its own, with members in its initializer.</summary>
    public static string Clip(string members) => $$"""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json.Nodes;
        using Acme.Models;

        internal static class Program
        {
            public static AcmeClipRequest Clip() => new() { {{members}} };
        }
        """;
}
