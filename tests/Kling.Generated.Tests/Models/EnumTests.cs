using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Kling.Tests.Models;

/// <summary>Closed enums: the schema's values, in its order, and nothing else.</summary>
public sealed class EnumTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Members_are_the_values_of_the_schema_in_their_order(string slug)
    {
        foreach ((PropertyInfo property, JsonElement schema) in Enums(slug))
        {
            JsonElement[] allowed = [.. schema.GetProperty("enum").EnumerateArray()];
            Array members = Enum.GetValues(property.PropertyType);
            bool areIntegers = allowed.All(static one => long.TryParse(one.ToString(), CultureInfo.InvariantCulture, out _));

            Assert.Equal(
                allowed.Select(static one => one.GetRawText()),
                members.Cast<object>().Select(static member => JsonSerializer.Serialize(member)));
            Assert.Equal(
                areIntegers ? allowed.Select(static one => long.Parse(one.ToString(), CultureInfo.InvariantCulture)) : allowed.Select(static (_, index) => index + 1L),
                members.Cast<object>().Select(static member => Convert.ToInt64(member, CultureInfo.InvariantCulture)));
            Assert.Equal(!areIntegers, property.PropertyType.GetCustomAttribute<Annotations.SchemaEnumValuesAttribute>()!.AreNumbered);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_value_without_a_member_is_a_violation_and_can_be_printed(string slug)
    {
        JsonRecord request = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());
        foreach ((PropertyInfo property, JsonElement schema) in Enums(slug))
        {
            foreach (object value in new[] { Enum.ToObject(property.PropertyType, 0), Enum.ToObject(property.PropertyType, -1), Enum.ToObject(property.PropertyType, 999_999) })
            {
                JsonRecord undefined = request.With(property, value);

                KlingViolation violation = Assert.Single(undefined.Violations);

                Assert.Equal(($"/{JsonRecord.WireName(property)}", "enum"), (violation.Path, violation.Keyword));
                Assert.All(schema.GetProperty("enum").EnumerateArray().Take(10), one => Assert.Contains(one.GetRawText(), violation.Limit, StringComparison.Ordinal));
                string json = undefined.ToString();
                Assert.False(Shipped.Model(slug).TryParse(Shipped.Json(json), out _, out _), json);
                Assert.NotEqual(request, undefined);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Text_that_is_not_an_enum_value_is_refused(string slug)
    {
        foreach ((PropertyInfo property, JsonElement schema) in Enums(slug))
        {
            JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\"nothing\"", property.PropertyType));

            Assert.All(schema.GetProperty("enum").EnumerateArray().Take(10), one => Assert.Contains(one.GetRawText(), error.Message, StringComparison.Ordinal));
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("null", property.PropertyType));
        }
    }

    private static IEnumerable<(PropertyInfo Property, JsonElement Schema)> Enums(string slug)
    {
        JsonElement schema = Shipped.Schema(slug).GetProperty("properties");
        return JsonRecord.PropertiesOf(Shipped.Model(slug).RequestType!)
            .Where(static property => property.PropertyType.IsEnum)
            .Select(property => (property, schema.GetProperty(JsonRecord.WireName(property))));
    }
}
