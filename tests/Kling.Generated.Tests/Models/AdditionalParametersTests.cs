using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>Parameters that a schema does not declare: they pass through, and never beside a declared one of the same name.</summary>
public sealed class AdditionalParametersTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Additional_parameters_survive_a_round_trip_after_the_declared_ones(string slug)
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
    public void Nested_records_have_their_own_additional_parameters(string slug)
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
    public void An_additional_parameter_with_a_declared_name_is_a_violation_with_its_pointer(string slug)
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
    public void Null_means_no_additional_parameters(string slug)
    {
        JsonRecord record = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());

        Assert.Equal(record, record.WithAdditional(null));
        Assert.Empty(record.WithAdditional(null).Additional);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_lone_surrogate_in_an_additional_parameter_is_a_violation(string slug)
    {
        const string Mark = "~half~";
        JsonObject minimal = Minimal.Body(slug);
        minimal["undeclared"] = Mark;
        foreach (string value in new[] { "\"\\ud800\"", "[{\"x\":\"\\udc00\"}]", "{\"\\ud800\":1}" })
        {
            using var json = JsonDocument.Parse(minimal.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal));

            bool isValid = Shipped.Model(slug).TryParse(json.RootElement, out _, out IReadOnlyList<KlingViolation> violations);

            Assert.False(isValid);
            Assert.Contains("surrogate", Assert.Single(violations).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_lone_surrogate_is_refused_when_it_is_assigned()
    {
        using var json = JsonDocument.Parse("""{"camera":"\ud800"}""");

        ArgumentException error = Assert.Throws<ArgumentException>(() => KlingJsonObject.Empty.With("camera", json.RootElement.GetProperty("camera")));

        Assert.Contains("'camera'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_value_of_a_duplicate_name_counts_and_keeps_its_position()
    {
        JsonElement[] values = [Shipped.Json("1"), Shipped.Json("2"), Shipped.Json("3")];

        var json = KlingJsonObject.From([new("a", values[0]), new("b", values[1]), new("a", values[2])]);

        Assert.Equal("""{"b":2,"a":3}""", json.ToString());
    }
}
