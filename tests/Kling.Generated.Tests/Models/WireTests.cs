using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>Random requests to JSON and back, and what sets two of them apart.</summary>
public sealed class WireTests
{
    private static readonly int Requests = Shipped.Share(1000);

    private static readonly JsonSerializerOptions WithoutReflection = new() { TypeInfoResolver = KlingModels.JsonTypeInfoResolver };

    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_round_trip_gives_an_equal_request_and_the_same_text(string slug) => ForEach(slug, (body, hint) =>
    {
        JsonRecord first = Shipped.Read(slug, body.ToJsonString());
        JsonRecord second = Shipped.Read(slug, first.Json);

        Assert.True(first.Value.Equals(second.Value), $"{first.Json}\n{hint}");
        Assert.Equal(first.Value.GetHashCode(), second.Value.GetHashCode());
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(first.Json, first.ToString());
        Assert.True(JsonElement.DeepEquals(Shipped.Json(body.ToJsonString()), Shipped.Json(first.Json)), $"{body.ToJsonString()}\n{first.Json}\n{hint}");
    });

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Requests_are_equal_exactly_if_their_JSON_is(string slug)
    {
        JsonElement schema = Shipped.Schema(slug);
        var differences = new Random(7);
        ForEach(slug, (body, hint) =>
        {
            JsonNode other = body.DeepClone();
            Site[] sites = [.. Site.In(schema, other, static _ => { }).Where(static site => site.Value is not JsonObject)];
            if (sites.Length > 0)
            {
                Site changed = sites[differences.Next(sites.Length)];
                changed.Replace(new RandomBody(differences).Value(changed.Schema));
            }

            JsonRecord left = Shipped.Read(slug, body.ToJsonString());
            JsonRecord right = Shipped.Read(slug, other.ToJsonString());

            bool isSame = JsonElement.DeepEquals(Shipped.Json(left.Json), Shipped.Json(right.Json));

            Assert.True(isSame == left.Value.Equals(right.Value), $"{left.Json}\n{right.Json}\n{hint}");
            Assert.True(!isSame || left.Value.GetHashCode() == right.Value.GetHashCode(), $"{left.Json}\n{right.Json}\n{hint}");
        });
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void URLs_are_compared_by_their_original_text(string slug)
    {
        const string Address = "https://example.com/a";
        JsonObject body = new RandomBody(Seed.Next(out _)).Object(Shipped.Schema(slug));
        foreach (Site site in Site.In(Shipped.Schema(slug), body, static _ => { }).Where(static site => SchemaNode.Text(site.Schema, "format") == "uri").ToArray())
        {
            JsonRecord With(string address)
            {
                site.Replace(JsonValue.Create(address));
                return Shipped.Read(slug, body.ToJsonString());
            }

            JsonRecord first = With(Address);
            Assert.Equal(first, With(Address));
            Assert.NotEqual(first, With("https://EXAMPLE.com/a"));
            Assert.NotEqual(first, With("https://example.com:443/a"));
            Assert.NotEqual(first, With("https://example.com/a#b"));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_parameter_is_sent_exactly_if_it_is_set_and_can_be_unset(string slug)
    {
        string[] required = [.. SchemaNode.Required(Shipped.Schema(slug))];
        ForEach(slug, (body, hint) =>
        {
            JsonRecord record = Shipped.Read(slug, body.ToJsonString());
            foreach (string name in record.Properties.Select(JsonRecord.WireName))
            {
                Assert.Equal(body.ContainsKey(name), record.IsSet(name));
                if (required.Contains(name))
                {
                    _ = Assert.Throws<ArgumentException>(() => record.Unset(name));
                    continue;
                }

                JsonObject without = body.DeepClone().AsObject();
                _ = without.Remove(name);
                JsonRecord unset = record.Unset(name);
                Assert.False(unset.IsSet(name));
                Assert.Equal(Shipped.Read(slug, without.ToJsonString()), unset);
            }

            Assert.False(record.IsSet("no such parameter"));
            Assert.Equal(record, record.Unset("no such parameter"));
        });
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Explicit_defaults_are_sent_keep_what_was_assigned_and_differ_from_unset(string slug)
    {
        JsonElement schema = Shipped.Schema(slug);
        ForEach(slug, (body, hint) =>
        {
            JsonRecord record = Shipped.Read(slug, body.ToJsonString());
            JsonNode expected = body.DeepClone();
            bool hasMore = false;
            foreach (Site site in Site.In(schema, expected, static _ => { }).Where(static site => site.Value is JsonObject).ToArray())
            {
                foreach (JsonProperty property in SchemaNode.Properties(site.Schema).Where(property => property.Value.TryGetProperty("default", out _) && !site.Value!.AsObject().ContainsKey(property.Name)))
                {
                    site.Value![property.Name] = RandomBody.Token(property.Value.GetProperty("default").GetRawText());
                    hasMore = true;
                }
            }

            JsonRecord pinned = record.WithExplicitDefaults();

            Assert.True(JsonElement.DeepEquals(Shipped.Json(expected.ToJsonString()), Shipped.Json(pinned.Json)), $"{expected.ToJsonString()}\n{pinned.Json}\n{hint}");
            Assert.Equal(hasMore, record != pinned);
            Assert.Equal(pinned, pinned.WithExplicitDefaults());
        });
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void System_Text_Json_reads_and_writes_a_request_without_reflection(string slug) => ForEach(slug, (body, hint) =>
    {
        Type type = Shipped.Model(slug).RequestType!;
        object request = JsonSerializer.Deserialize(body.ToJsonString(), type, WithoutReflection)!;

        Assert.Equal(Shipped.Read(slug, body.ToJsonString()).Value, request);
        Assert.Equal(request.ToString(), JsonSerializer.Serialize(request, type, WithoutReflection));
        Assert.Equal(request, JsonSerializer.Deserialize(body.ToJsonString(), type));
    });

    [Fact]
    public void The_resolver_leaves_other_types_to_others() =>
        Assert.Null(KlingModels.JsonTypeInfoResolver.GetTypeInfo(typeof(DateTime), WithoutReflection));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void One_exception_names_every_violation(string slug)
    {
        Type type = Shipped.Model(slug).RequestType!;
        string body = new JsonObject(Shipped.Model(slug).Parameters.Select(static parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)null))).ToJsonString();
        _ = Shipped.Model(slug).TryParse(Shipped.Json(body), out _, out IReadOnlyList<KlingViolation> violations);

        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(body, type));

        Assert.Equal(
            SchemaNode.Properties(Shipped.Schema(slug)).Where(static property => !SchemaNode.AllowsNull(property.Value)).Select(static property => "/" + property.Name),
            violations.Select(static violation => violation.Path));
        Assert.All(violations, violation => Assert.Contains(violation.ToString(), error.Message, StringComparison.Ordinal));
        Assert.Contains(type.Name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_builder_and_an_initializer_create_equal_requests(string slug) => ForEach(slug, (body, hint) =>
    {
        JsonRecord request = Shipped.Read(slug, body.ToJsonString());
        MethodInfo create = request.Value.GetType().GetMethod("CreateBuilder")!;
        object?[] required = [.. create.GetParameters().Select(parameter =>
            request.Properties.Single(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)).GetValue(request.Value))];
        object builder = create.Invoke(null, required)!;
        foreach (PropertyInfo property in request.Properties.Where(property => request.IsSet(JsonRecord.WireName(property))))
        {
            builder = builder.GetType().GetMethod("With" + property.Name)!.Invoke(builder, [property.GetValue(request.Value)])!;
        }

        foreach ((string name, JsonElement value) in request.Additional)
        {
            builder = builder.GetType().GetMethod("WithAdditionalParameter")!.Invoke(builder, [name, JsonNode.Parse(value.GetRawText())])!;
        }

        object built = builder.GetType().GetMethod("Build")!.Invoke(builder, null)!;
        Assert.True(request.Value.Equals(built), $"{request.Json}\n{built}\n{hint}");

        foreach (PropertyInfo property in request.Properties.Where(static property => !JsonRecord.IsRequired(property)))
        {
            builder = builder.GetType().GetMethod("Without" + property.Name)!.Invoke(builder, null)!;
            request = request.Unset(JsonRecord.WireName(property));
        }

        Assert.Equal(request.Value, builder.GetType().GetMethod("Build")!.Invoke(builder, null));
    });

    private static void ForEach(string slug, Action<JsonObject, string> check)
    {
        Random random = Seed.Next(out string hint);
        JsonElement schema = Shipped.Schema(slug);
        for (int i = 0; i < Requests; i++)
        {
            check(new RandomBody(random).Object(schema), hint);
        }
    }
}
