namespace Kling.Cli.Tests;

/// <summary>A made-up catalogue with the members that readers of the real one use. Its first model is that of <see cref="TestPage"/>.</summary>
internal static class TestCatalogue
{
    public const string Json = """
        {
          "Inference Segmind Model Information List With Details": [
            {
              "slug": "acme-wave",
              "title": "Acme Wave",
              "type": "textTOImage",
              "description": "Makes waves.",
              "is_depreciated": false,
              "is_visible": true,
              "thumbnail_image": null,
              "parameters": {
                "prompt": { "isRequired": true, "component": "text", "description": "Describe the wave.", "displayOrder": 1 },
                "calm": { "isRequired": false, "default": true, "hidden": false },
                "height": { "default": "2", "min": 1, "max": 9, "affectsPricing": true },
                "layers": {},
                "style": { "default": "soft", "options": ["soft", "hard"], "label": "Style" }
              }
            },
            {
              "slug": "acme-tide",
              "title": "Acme Tide",
              "type": "textToVideo",
              "description": "Makes tides.",
              "is_depreciated": false,
              "parameters": {
                "prompt": { "isRequired": true, "description": "What the tide shows." },
                "seconds": { "default": 5, "min": 3, "max": 15, "options": ["5", "10"], "affectsPricing": true },
                "secret": { "hidden": true }
              }
            },
            { "slug": "acme-old", "is_depreciated": true, "parameters": { "prompt": {} } },
            { "slug": "other-model", "type": "textToText", "parameters": { "prompt": {} } }
          ]
        }
        """;

    /// <summary>The catalogue with another text in it.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Json, StringComparison.Ordinal);
        return Json.Replace(old, replacement, StringComparison.Ordinal);
    }
}
