using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>Compares the parameters of a damaged page with those of the whole page.</summary>
internal static class SchemaPart
{
    /// <summary>Every parameter and keyword is one of the whole page, or is missing.</summary>
    public static void Assert(JsonElement part, JsonElement whole, string place)
    {
        foreach (JsonProperty parameter in part.EnumerateObject())
        {
            Xunit.Assert.True(whole.TryGetProperty(parameter.Name, out JsonElement all), $"{place}: {parameter.Name}");
            foreach (JsonProperty keyword in parameter.Value.EnumerateObject().Where(static keyword => keyword.Name is not ("$comment" or "examples" or "description")))
            {
                string name = $"{place}: {parameter.Name}.{keyword.Name}";
                Xunit.Assert.True(all.TryGetProperty(keyword.Name, out JsonElement expected), name);
                if (keyword.Name == "items")
                {
                    Xunit.Assert.True(JsonElement.DeepEquals(expected.GetProperty("type"), keyword.Value.GetProperty("type")), name);
                    Assert(Properties(keyword.Value), Properties(expected), name);
                }
                else
                {
                    Xunit.Assert.True(JsonElement.DeepEquals(expected, keyword.Value), name);
                }
            }
        }
    }

    private static JsonElement Properties(JsonElement schema) => schema.TryGetProperty("properties", out JsonElement members) ? members : JsonElement.Parse("{}");
}
