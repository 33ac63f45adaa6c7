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
