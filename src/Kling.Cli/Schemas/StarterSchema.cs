using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>The schema of a new model. It compiles and shows where everything belongs.</summary>
internal static class StarterSchema
{
    public static JsonObject Of(string slug, string? slugToWrite)
    {
        var schema = new JsonObject
        {
            ["$schema"] = DialectFile.Reference,
            ["title"] = Slug.Words(slug),
            ["description"] = "What the model does, in a sentence.",
            ["type"] = "object",
        };
        if (slugToWrite is not null)
        {
            schema["x-slug"] = slugToWrite;
        }

        schema["x-output"] = "video";
        schema["properties"] = new JsonObject
        {
            ["prompt"] = new JsonObject { ["type"] = "string", ["description"] = "What the video shows." },
        };
        schema["required"] = new JsonArray("prompt");
        return schema;
    }
}
