using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>What holds for every record that a schema file becomes.</summary>
public sealed class ConventionsTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Wire_names_are_the_keys_of_the_schema_in_their_order(string slug)
    {
        foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
        {
            string[] names = [.. JsonRecord.PropertiesOf(type).Select(JsonRecord.WireName)];

            Assert.Equal(SchemaNode.Properties(schema).Select(static property => property.Name), names);
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_required_parameter_is_required_by_the_compiler(string slug)
    {
        foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
        {
            Assert.Equal(
                SchemaNode.Required(schema).Order(StringComparer.Ordinal),
                JsonRecord.PropertiesOf(type).Where(JsonRecord.IsRequired).Select(JsonRecord.WireName).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_request_with_the_required_parameters_sends_exactly_those(string slug)
    {
        JsonObject minimal = Minimal.Body(slug);

        JsonRecord record = Shipped.Read(slug, minimal.ToJsonString());

        Assert.Equal(minimal.Select(static member => member.Key), Names(record.Json));
        Assert.True(JsonElement.DeepEquals(Shipped.Json(minimal.ToJsonString()), Shipped.Json(record.Json)));
        Assert.Empty(record.Violations);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_default_equals_the_schema_and_is_valid(string slug)
    {
        JsonObject minimal = Minimal.Body(slug);
        JsonRecord record = Shipped.Read(slug, minimal.ToJsonString()).WithExplicitDefaults();
        JsonElement sent = Shipped.Json(record.Json);

        Assert.Empty(record.Violations);
        Dictionary<string, JsonElement> defaults = SchemaNode.Properties(Shipped.Schema(slug))
            .Where(static property => property.Value.TryGetProperty("default", out _))
            .ToDictionary(static property => property.Name, static property => property.Value.GetProperty("default"));
        Assert.Equal(minimal.Count + defaults.Count, sent.EnumerateObject().Count());
        Assert.All(defaults, one => Assert.True(JsonElement.DeepEquals(one.Value, sent.GetProperty(one.Key)), one.Key));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void An_unset_parameter_reads_as_its_default_wherever_the_default_is_stated(string slug)
    {
        foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
        {
            JsonRecord record = Record(type, schema);
            string[] withDefault = [.. SchemaNode.Properties(schema).Where(static property => property.Value.TryGetProperty("default", out _)).Select(static property => property.Name)];
            foreach (PropertyInfo property in record.Properties)
            {
                object? value = property.GetValue(record.Value);
                FieldInfo? stated = type.GetNestedType("Defaults")?.GetField(property.Name);
                Assert.Equal(withDefault.Contains(JsonRecord.WireName(property)), stated is not null);
                if (stated is not null)
                {
                    Assert.Equal(stated.GetValue(null), value);
                }
                else if (!JsonRecord.IsRequired(property))
                {
                    Assert.Null(value);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Null_for_a_parameter_with_a_default_makes_it_unset(string slug)
    {
        foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
        {
            JsonRecord pinned = Record(type, schema).WithExplicitDefaults();
            foreach (PropertyInfo property in pinned.Properties.Where(property => MayBeNull(property) && !SchemaNode.AllowsNull(schema.GetProperty("properties").GetProperty(JsonRecord.WireName(property)))))
            {
                JsonRecord unset = pinned.With(property, null);

                Assert.False(unset.IsSet(JsonRecord.WireName(property)));
                Assert.Equal(pinned.Unset(JsonRecord.WireName(property)), unset);
            }
        }
    }

    private static bool MayBeNull(PropertyInfo property) => !JsonRecord.IsRequired(property) && !property.PropertyType.IsValueType;

    private static JsonRecord Record(Type type, JsonElement schema)
    {
        var body = new JsonObject();
        Minimal.AddRequired(body, schema);
        return new JsonRecord(JsonSerializer.Deserialize(body, type)!);
    }

    private static IEnumerable<string> Names(string json) => Shipped.Json(json).EnumerateObject().Select(static member => member.Name);
}
