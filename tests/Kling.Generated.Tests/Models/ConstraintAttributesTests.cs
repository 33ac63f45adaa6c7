using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Kling.Tests.Models;

/// <summary>The attributes, which ASP.NET and analyzers read, say what <c>Validate()</c> says.</summary>
public sealed class ConstraintAttributesTests
{
    private static readonly int Requests = Shipped.Share(3000);

    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Attributes_and_validation_agree_on_random_values_many_of_which_are_invalid(string slug)
    {
        Random random = Seed.Next(out string hint);
        JsonElement schema = Shipped.Schema(slug);
        var scrambling = new Scrambling(random);
        int invalid = 0;
        for (int i = 0; i < Requests; i++)
        {
            JsonRecord request = scrambling.Scramble(Shipped.Read(slug, new RandomBody(random).Object(schema).ToJsonString()));
            KlingViolation[] violations = [.. request.Violations.Where(static violation => violation.Keyword is not ("required" or "type"))];
            invalid += violations.Length > 0 ? 1 : 0;
            Compare(request, "", violations, hint);
        }

        // Few bodies break a limit of a model that has few.
        int limits = SchemaNode.Properties(schema).Sum(static property => Limits(property.Value));
        Assert.InRange(invalid, limits < 3 ? 0 : Requests / 20, Requests - 1);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_limit_of_the_schema_is_an_attribute(string slug)
    {
        foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
        {
            foreach (PropertyInfo property in JsonRecord.PropertiesOf(type))
            {
                JsonElement described = schema.GetProperty("properties").GetProperty(JsonRecord.WireName(property));
                Assert.Equal(Limits(described), property.GetCustomAttributes<ValidationAttribute>().Count());
            }
        }
    }

    // One attribute for a pair of bounds, at the depth of the value that it bounds.
    private static int Limits(JsonElement schema)
    {
        bool Has(params string[] keywords) => keywords.Any(keyword => schema.TryGetProperty(keyword, out _));
        bool[] present = [Has("minimum", "maximum"), Has("minLength", "maxLength"), Has("minItems", "maxItems"), Has("enum"), Has("format")];
        return present.Count(static one => one)
            + (schema.TryGetProperty("items", out JsonElement items) && !SchemaNode.Types(items).Contains("object") ? Limits(items) : 0);
    }

    private static void Compare(JsonRecord record, string place, KlingViolation[] violations, string hint)
    {
        List<ValidationResult> results = [];
        _ = Validator.TryValidateObject(record.Value, new ValidationContext(record.Value), results, validateAllProperties: true);
        foreach (PropertyInfo property in record.Properties)
        {
            string at = $"{place}/{JsonRecord.WireName(property)}";
            object? value = property.GetValue(record.Value);
            bool isViolated = violations.Any(violation => violation.Path.StartsWith(at, StringComparison.Ordinal)
                && violation.Path[at.Length..].Split('/').All(static step => step.All(char.IsAsciiDigit))
                && !IsInRecord(value, violation.Path[at.Length..]));

            Assert.True(isViolated == results.Any(result => result.MemberNames.Contains(property.Name)), $"{at} of {record}: {string.Join("; ", results)}\n{hint}");
            foreach ((JsonRecord nested, int index) in Nested(value))
            {
                Compare(nested, $"{at}/{index}", violations, hint);
            }
        }
    }

    // Of a list of records, a violation at /0 is the item's own: that it is missing.
    private static bool IsInRecord(object? value, string rest) => rest.Length > 0 && Nested(value).Any();

    private static IEnumerable<(JsonRecord Record, int Index)> Nested(object? value) => value is IEnumerable items and not string
        ? items.Cast<object>().Select(static (item, index) => (Record: new JsonRecord(item), index)).Where(static one => Shipped.IsRecord(one.Record.Value?.GetType()))
        : [];
}
