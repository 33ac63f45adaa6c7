using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>Parameters that a schema does not declare: they pass through, and never beside a declared one of the same name.</summary>
public sealed class AdditionalParametersTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void They_survive_a_round_trip_after_the_declared_ones(string slug)
    {
        JsonObject body = Minimal.Body(slug);
        string declared = body.ToJsonString();
        body["undeclared"] = "dolly";
        body["undeclared steps"] = RandomBody.Token("1.50e3");
        body["undeclared/nested"] = new JsonArray(null, true, new JsonObject { ["prompt"] = 5 });

        JsonRecord record = Shipped.Read(slug, body.ToJsonString());

        Assert.Equal(["undeclared", "undeclared steps", "undeclared/nested"], record.Additional.Keys);
        Assert.True(record.IsSet("undeclared"));
        Assert.Equal(body.ToJsonString(), record.Json);
        Assert.Equal(record, Shipped.Read(slug, record.Json));
        Assert.Equal(declared, record.Unset("undeclared/nested").Unset("undeclared").Unset("undeclared steps").Json);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Nested_records_carry_their_own(string slug)
    {
        Random random = Seed.Next(out string hint);
        JsonElement schema = Shipped.Schema(slug);
        for (int i = 0; i < 50; i++)
        {
            JsonObject body = new RandomBody(random).Object(schema);
            foreach (JsonObject members in Site.In(schema, body, static _ => { }).Select(static site => site.Value).OfType<JsonObject>().ToArray())
            {
                members["undeclared"] = new JsonObject { ["prompt"] = random.Next() };
            }

            string json = Shipped.Read(slug, body.ToJsonString()).Json;

            Assert.True(JsonElement.DeepEquals(Shipped.Json(body.ToJsonString()), Shipped.Json(json)), $"{body.ToJsonString()}\n{json}\n{hint}");
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_key_that_is_a_declared_name_is_a_violation_at_its_place(string slug)
    {
        JsonRecord record = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());
        foreach (string name in record.Properties.Select(JsonRecord.WireName))
        {
            JsonRecord clash = record.WithAdditional(KlingJsonObject.Empty.With(name, JsonValue.Create("x")));

            KlingViolation violation = Assert.Single(clash.Violations);

            Assert.Equal(($"/{name}", "additionalProperties"), (violation.Path, violation.Keyword));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Null_means_none(string slug)
    {
        JsonRecord record = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());

        Assert.Equal(record, record.WithAdditional(null));
        Assert.Empty(record.WithAdditional(null).Additional);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Half_of_a_surrogate_pair_in_one_is_a_violation_and_no_crash(string slug)
    {
        string minimal = Minimal.Body(slug).ToJsonString()[..^1];
        foreach (string value in new[] { "\"\\ud800\"", "[{\"x\":\"\\udc00\"}]", "{\"\\ud800\":1}" })
        {
            using var json = JsonDocument.Parse($"{minimal},\"undeclared\":{value}}}");

            bool isValid = Shipped.Model(slug).TryParse(json.RootElement, out _, out IReadOnlyList<KlingViolation> violations);

            Assert.False(isValid);
            Assert.Contains("surrogate", Assert.Single(violations).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_where_it_is_given()
    {
        using var json = JsonDocument.Parse("""{"camera":"\ud800"}""");

        ArgumentException error = Assert.Throws<ArgumentException>(() => KlingJsonObject.Empty.With("camera", json.RootElement.GetProperty("camera")));

        Assert.Contains("'camera'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_name_that_is_given_twice_the_last_value_counts_and_keeps_its_place()
    {
        JsonElement[] values = [Shipped.Json("1"), Shipped.Json("2"), Shipped.Json("3")];

        var json = KlingJsonObject.From([new("a", values[0]), new("b", values[1]), new("a", values[2])]);

        Assert.Equal("""{"b":2,"a":3}""", json.ToString());
    }
}
