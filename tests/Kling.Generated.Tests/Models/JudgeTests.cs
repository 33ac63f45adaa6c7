using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>Generated validation against an independent one: the emulator's judge, which is NJsonSchema under its list of exceptions.</summary>
public sealed class JudgeTests
{
    private const int MostBodies = 1000;

    private static readonly int Bodies = Shipped.Share(3000);

    // What JsonNode cannot hold is written as a mark and replaced in the text.
    private const string AgainMark = "~again~";
    private const string HalfMark = "~half~";

    public static TheoryData<string> Slugs => Shipped.Slugs;

    /// <summary>Bodies that are worth a look at every model: a template, where <c>§</c> stands for the parameters of a valid body.</summary>
    public static TheoryData<string> Oddities =>
    [
        "null", "true", "0", "\"§\"", "[]", "[{§}]", "{}", "{§}", " { § } ",
        "{§,\"\":1}", "{§,\"a/b~c\":{\"prompt\":5}}", "{§,\"Prompt\":5}", "{§,\"big\":1e999,\"small\":-1E-999,\"long\":123456789012345678901234567890.5}",
        "{§,\"twice\":1,\"twice\":\"x\"}", "{§,\"deep\":[[[[[[[[[[[[{}]]]]]]]]]]]]}", "{§,\"half\":\"\\ud800\"}", "{§,\"half\":[{\"x\":\"\\udc00\\ud800\"}]}", "{§,\"\\ud800\":1}",
        "{§,\"x\":{\"\\udfff\":1}}", "{§,\"whole\":\"\\ud83d\\ude00\"}",
    ];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_types_and_the_judge_agree_on_random_bodies_most_of_which_are_invalid(string slug)
    {
        Random random = Seed.Next(out string hint);
        var verdicts = new Verdicts(slug);
        JsonElement schema = Shipped.Schema(slug);
        string[] keywords = [.. SchemaNode.Keywords(schema)];
        var valid = new RandomBody(random);
        var spoiling = new Spoiling(random);
        for (int i = 0; i < Bodies || (i < MostBodies && !verdicts.Keywords.Intersect(verdicts.JudgesKeywords).ToHashSet().IsSupersetOf(keywords)); i++)
        {
            JsonNode? body = valid.Object(schema);
            for (int spoilt = random.Next(5) is 0 or 1 ? 0 : random.Next(1, 4); spoilt > 0; spoilt--)
            {
                body = spoiling.Spoil(schema, body, keywords[random.Next(keywords.Length)]) ?? body;
            }

            verdicts.Compare(Text(body, schema, random), hint);
        }

        Assert.True(verdicts.Rejected >= Bodies / 3, $"Only {verdicts.Rejected} of {Bodies} bodies are invalid. {hint}");
        Assert.True(verdicts.Accepted >= Bodies / 10, $"Only {verdicts.Accepted} of {Bodies} bodies are valid. {hint}");
        Assert.Empty(keywords.Except(verdicts.Keywords));
        Assert.Empty(keywords.Except(verdicts.JudgesKeywords));
    }

    // A page that could be read only in part may show neither what is required nor which values are allowed.
    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_model_is_judged_by_type_and_a_completely_described_one_by_required(string slug) =>
        Assert.Empty(((string[])["type", .. Shipped.Model(slug).Status is KlingModelStatus.Complete ? ["required"] : Array.Empty<string>()])
            .Except(SchemaNode.Keywords(Shipped.Schema(slug))));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_types_and_the_judge_agree_on_unusual_bodies(string slug)
    {
        Random random = Seed.Next(out string hint);
        var bodies = new RandomBody(random);

        // A model without required parameters takes an empty body, too; the templates need a parameter to stand beside.
        string valid = Enumerable.Repeat(0, 100).Select(_ => bodies.Object(Shipped.Schema(slug)).ToJsonString()).First(static body => body.Length > 2);
        var verdicts = new Verdicts(slug);
        foreach (string template in Oddities.Select(static row => row.Data))
        {
            verdicts.Compare(template.Replace("§", template.StartsWith('"') ? "" : valid[1..^1], StringComparison.Ordinal), hint);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_types_and_the_judge_use_the_last_value_of_a_duplicate_parameter(string slug)
    {
        Random random = Seed.Next(out string hint);
        JsonElement schema = Shipped.Schema(slug);
        string valid = new RandomBody(random).Object(schema).ToJsonString()[1..^1];
        var verdicts = new Verdicts(slug);
        foreach (string name in SchemaNode.Required(schema))
        {
            Assert.True(verdicts.Compare($"{{\"{name}\":{{}},{valid}}}", hint));
            Assert.False(verdicts.Compare($"{{{valid},\"{name}\":{{}}}}", hint));
        }
    }

    [Fact]
    public void A_limit_of_characters_counts_code_points_where_half_of_them_need_two_units()
    {
        (string Slug, Site Site, JsonNode Body)[] limited = [.. LimitedTexts()];
        Assert.NotEmpty(limited);
        foreach ((string slug, Site site, JsonNode body) in limited)
        {
            int most = SchemaNode.Integer(site.Schema, "maxLength")!.Value;
            var verdicts = new Verdicts(slug);
            foreach ((string text, bool isValid) in new[]
            {
                (Repeat("😀", most), true), (Repeat("😀", most) + "a", false), (Repeat("a", most), true), (Repeat("a", most + 1), false),
                (Repeat("a😀", most / 2), true), (Repeat("😀", most + 1), false), (Repeat("e\u0301", most / 2), true), (Repeat("e\u0301", most), false),
            })
            {
                site.Replace(JsonValue.Create(text));
                Assert.Equal(isValid, verdicts.Compare(body.ToJsonString(), hint: ""));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_list_with_too_many_invalid_items_is_also_reported_for_its_length(string slug)
    {
        var verdicts = new Verdicts(slug);
        foreach (JsonProperty list in SchemaNode.Properties(Shipped.Schema(slug)).Where(static property => property.Value.TryGetProperty("maxItems", out _)))
        {
            JsonObject body = Minimal.Body(slug);
            body[list.Name] = new JsonArray([.. Enumerable.Range(0, SchemaNode.Integer(list.Value, "maxItems")!.Value + 1).Select(static _ => JsonValue.Create(false))]);

            Assert.False(verdicts.Compare(body.ToJsonString(), hint: ""));
            Assert.Superset(new HashSet<string> { "maxItems", "type" }, verdicts.Keywords);
        }
    }

    // A point where the generated type is coarser than JSON, and means to be.
    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_number_is_judged_as_the_double_that_is_sent_and_not_by_the_digits_beyond_it(string slug)
    {
        JsonElement schema = Shipped.Schema(slug);
        JsonObject body = new RandomBody(Seed.Next(out _)).Object(schema);
        foreach (JsonProperty limited in SchemaNode.Properties(schema).Where(static property => property.Value.TryGetProperty("maximum", out _) && SchemaNode.Types(property.Value) is ["number"]))
        {
            string limit = SchemaNode.Decimal(limited.Value, "maximum")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            body[limited.Name] = RandomBody.Token($"{limit}.0000000000000000000001");

            Assert.Equal(limit, Shipped.Json(Shipped.Read(slug, body.ToJsonString()).Json).GetProperty(limited.Name).GetRawText());
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static IEnumerable<(string Slug, Site Site, JsonNode Body)> LimitedTexts()
    {
        foreach (string slug in Shipped.Slugs.Select(static row => row.Data))
        {
            JsonElement schema = Shipped.Schema(slug);
            if (SchemaNode.Keywords(schema).Contains("maxLength"))
            {
                Random random = Seed.Next(out _);
                JsonObject body;
                Site? site;
                do
                {
                    body = new RandomBody(random).Object(schema);
                    site = Site.In(schema, body, static _ => { }).FirstOrDefault(static site => site.Schema.TryGetProperty("maxLength", out _));
                }
                while (site is null);
                yield return (slug, site, body);
            }
        }
    }

    /// <summary>The body as text, sometimes with what only a text can say: a member twice, half of a surrogate pair.</summary>
    private static string Text(JsonNode? body, JsonElement schema, Random random)
    {
        Site[] objects = [.. Site.In(schema, body, static _ => { }).Where(static site => site.Value is JsonObject { Count: > 0 })];
        if (objects.Length > 0 && random.Next(6) == 0)
        {
            var chosen = (JsonObject)objects[random.Next(objects.Length)].Value!;
            (string name, JsonNode? value) = chosen.ElementAt(random.Next(chosen.Count));
            JsonNode? other = random.Next(3) == 0 ? JsonValue.Create(HalfMark) : random.Next(2) == 0 ? new RandomBody(random).Anything(depth: 1) : value?.DeepClone();
            chosen.Insert(random.Next(chosen.Count + 1), AgainMark + name, other);
        }

        return (body?.ToJsonString() ?? "null")
            .Replace(AgainMark, "", StringComparison.Ordinal)
            .Replace(HalfMark, "\\udbff", StringComparison.Ordinal);
    }
}
