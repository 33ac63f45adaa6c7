using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>Every stored page, in every layout, becomes a schema with the facts that were read off the model's pages by hand.</summary>
public sealed class PageFactsTests
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Cli.RepositoryRoot, "..", "shared"));

    // Without the folder, one name whose test is then skipped.
    public static TheoryData<string> Pages => Directory.Exists(Path.Combine(Shared, "pages"))
        ? [.. Directory.GetFiles(Path.Combine(Shared, "pages"), "kling-*.txt").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : ["none.txt"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_imported_page_has_the_facts_of_its_model(string file)
    {
        string path = Path.Combine(Shared, "pages", file);
        Assert.SkipUnless(File.Exists(path), "The pages belong to the maintainers' workspace and are not needed to work on the project.");
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("import", path, "--json")).Json();
        JsonElement facts = Facts(json.GetProperty("slug").GetString()!);
        JsonElement schema = json.GetProperty("schema");
        bool isCut = file.Contains(".cut.", StringComparison.Ordinal);

        Assert.Equal(isCut ? "partial" : "complete", schema.GetProperty("x-status").GetString());
        Assert.Equal(isCut, schema.TryGetProperty("$comment", out _));
        JsonElement[] parameters = [.. facts.GetProperty("parameters").EnumerateArray()];
        string[] names = [.. schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name)];
        Assert.Equal(parameters.Take(isCut ? names.Length : parameters.Length).Select(Name), names);
        Assert.Equal(
            parameters.Where(static parameter => parameter.GetProperty("required").GetBoolean()).Select(Name),
            schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!));
        foreach (string name in isCut ? names[..^1] : names)
        {
            AssertSame(Array.Find(parameters, parameter => Name(parameter) == name), schema.GetProperty("properties").GetProperty(name), name);
        }

        AssertHead(File.ReadAllLines(path), facts, schema);
        Assert.Equal(
            facts.GetProperty("sample_payload").EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal),
            json.GetProperty("example").EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
    }

    private static void AssertSame(JsonElement facts, JsonElement schema, string path)
    {
        string type = facts.GetProperty("type").GetString()!;
        bool isList = type.EndsWith("[]", StringComparison.Ordinal);
        Assert.Equal(isList ? "array" : type, schema.GetProperty("type").GetString());
        Assert.Equal(facts.GetProperty("format").GetString(), schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : null);
        Assert.True(facts.GetProperty("has_default").GetBoolean() == schema.TryGetProperty("default", out JsonElement value), path);
        Assert.True(value.ValueKind is JsonValueKind.Undefined || JsonElement.DeepEquals(facts.GetProperty("default"), value), path);

        JsonElement allowed = facts.GetProperty("enum");
        bool hasList = schema.TryGetProperty("enum", out JsonElement list);
        bool hasPart = schema.TryGetProperty("examples", out JsonElement part);
        Assert.Equal(allowed.ValueKind is JsonValueKind.Array, hasList || hasPart);
        Assert.True(!hasList || JsonElement.DeepEquals(allowed, list), path);
        Assert.True(!hasPart || part.EnumerateArray().All(shown => allowed.EnumerateArray().Any(known => JsonElement.DeepEquals(known, shown))), path);
        foreach (string keyword in (string[])["minimum", "maximum"])
        {
            bool hasLimit = schema.TryGetProperty(keyword, out JsonElement limit);
            Assert.True(hasLimit ? JsonElement.DeepEquals(facts.GetProperty(keyword), limit) : facts.GetProperty(keyword).ValueKind is JsonValueKind.Null, path);
        }

        if (isList)
        {
            JsonElement items = schema.GetProperty("items");
            Assert.Equal(type[..^2], items.GetProperty("type").GetString());
            foreach (JsonElement member in facts.GetProperty("items") is { ValueKind: JsonValueKind.Array } members ? members.EnumerateArray() : default)
            {
                AssertSame(member, items.GetProperty("properties").GetProperty(Name(member)), $"{path}[].{Name(member)}");
            }
        }
    }

    private static void AssertHead(string[] page, JsonElement facts, JsonElement schema)
    {
        string[] prices = [.. page.Select(static line => line.Trim()).Where(static line => line.StartsWith('$') || line.StartsWith("~$", StringComparison.Ordinal))];
        Assert.All(prices, price => Assert.Contains(price, facts.GetProperty("price_lines").EnumerateArray().Select(static line => line.GetString())));
        bool hasRange = schema.TryGetProperty("x-cost", out JsonElement cost);
        Assert.Equal(prices.Any(static price => price[0] == '$'), hasRange);
        Assert.True(!hasRange || JsonElement.DeepEquals(facts.GetProperty("cost_range_usd"), cost.GetProperty("range")));
        bool hasAverage = schema.TryGetProperty("x-typical-cost", out JsonElement average);
        Assert.Equal(prices.Any(static price => !price.Contains(" - ", StringComparison.Ordinal)), hasAverage);
        Assert.True(!hasAverage || prices[0].TrimStart('~', '$').Split(' ')[0] == average.GetRawText());
        if (schema.TryGetProperty("x-typical-seconds", out JsonElement seconds))
        {
            Assert.Contains(
                seconds.GetDecimal(),
                facts.GetProperty("typical_seconds_other").EnumerateArray().Select(static other => other.GetProperty("seconds").GetDecimal()).Append(facts.GetProperty("typical_seconds").GetDecimal()));
        }
    }

    private static JsonElement Facts(string slug) => JsonElement.Parse(File.ReadAllText(Path.Combine(Shared, "facts", "models", slug + ".json")));

    private static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;
}
