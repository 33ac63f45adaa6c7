namespace Kling.Studio.Tests.Page;

/// <summary>Schema files of the tests.</summary>
internal static class SampleModels
{
    /// <summary>A parameter of every kind.</summary>
    public static KlingModel Widgets { get; } = KlingModel.FromSchema("widgets", """
        {
          "title": "Widgets", "type": "object", "x-output": "image", "x-typical-seconds": 30, "x-typical-cost": 0.042,
          "properties": {
            "prompt": { "type": "string", "maxLength": 12, "x-references": [{ "marker": "@Element{n}", "list": "elements" }] },
            "title": { "type": "string", "deprecated": true, "default": "none" },
            "seed": { "type": "integer", "minimum": 0, "maximum": 9223372036854775807 },
            "steps": { "type": "integer", "minimum": 1, "maximum": 50, "default": 20 },
            "scale": { "type": "number", "minimum": 0, "maximum": 1, "$comment": "The page does not state the default." },
            "mode": { "type": "string", "enum": ["std", "pro"], "default": "std", "x-enum-names": ["Standard", "Professional"] },
            "size": { "type": "string", "enum": ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"], "default": "s3" },
            "audio": { "type": "boolean", "default": false },
            "image_url": { "type": "string", "format": "uri" },
            "style": { "type": ["string", "null"] },
            "version": { "const": "v1" },
            "elements": { "type": "array", "maxItems": 3, "items": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] } },
            "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 2 },
            "camera": { "type": "object", "properties": { "zoom": { "type": "number" } } },
            "shape": { "anyOf": [
              { "type": "string" },
              { "type": "object", "title": "Custom", "properties": { "width": { "type": "integer" } }, "required": ["width"] } ] },
            "any": {}
          },
          "required": ["prompt"]
        }
        """);

    /// <summary>Markup in every text.</summary>
    public static KlingModel Hostile { get; } = KlingModel.FromSchema("hostile", """
        {
          "title": "<img src=x onerror=window.hacked=1>", "description": "</script><script>window.hacked=1</script>", "type": "object",
          "x-source": "javascript:window.hacked=1",
          "properties": {
            "prompt": { "type": "string", "title": "<svg onload=window.hacked=1>", "description": "<b id=bold>bold</b>", "pattern": "^<script>" },
            "choice": { "type": "string", "enum": ["<script>window.hacked=1</script>", "'\"><img src=x onerror=window.hacked=1>"] },
            "a/b~\"'<i>": { "type": "integer", "minimum": 1 },
            "__proto__": { "type": "string" },
            "constructor": { "type": "string", "default": "<img src=x onerror=window.hacked=1>" }
          },
          "required": ["prompt"]
        }
        """);
}
