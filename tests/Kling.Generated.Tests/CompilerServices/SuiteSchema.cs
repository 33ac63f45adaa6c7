using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

/// <summary>A schema of the JSON Schema test suite as the calls that generated code makes for it.</summary>
internal static class SuiteSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "$comment", "title", "default"];

    /// <summary>The check, or null if the schema has a keyword that raw checks do not speak of.</summary>
    public static KlingJsonCheck? Check(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean() ? static (_, ref _) => { } : static (json, ref validation) => validation.Never(json);
        }

        KlingJsonCheck?[] checks = [.. schema.EnumerateObject().Where(static keyword => !Annotations.Contains(keyword.Name)).Select(keyword => Check(keyword.Name, keyword.Value, schema))];
        return checks.Contains(null)
            ? null
            : (json, ref validation) =>
            {
                foreach (KlingJsonCheck? check in checks)
                {
                    check!(json, ref validation);
                }
            };
    }

    private static KlingJsonCheck? Check(string keyword, JsonElement value, JsonElement schema) => keyword switch
    {
        "type" => Type(value),
        "enum" => (json, ref validation) => validation.Enum(json, value),
        "const" => (json, ref validation) => validation.Const(json, value),
        "minimum" => (json, ref validation) => validation.Minimum(json, value.GetRawText()),
        "maximum" => (json, ref validation) => validation.Maximum(json, value.GetRawText()),
        "exclusiveMinimum" => (json, ref validation) => validation.ExclusiveMinimum(json, value.GetRawText()),
        "exclusiveMaximum" => (json, ref validation) => validation.ExclusiveMaximum(json, value.GetRawText()),
        "multipleOf" => (json, ref validation) => validation.MultipleOf(json, value.GetRawText()),
        "minLength" => (json, ref validation) => validation.MinLength(json, Count(value)),
        "maxLength" => (json, ref validation) => validation.MaxLength(json, Count(value)),
        "minItems" => (json, ref validation) => validation.MinItems(json, Count(value)),
        "maxItems" => (json, ref validation) => validation.MaxItems(json, Count(value)),
        "uniqueItems" => value.GetBoolean() ? static (json, ref validation) => validation.UniqueItems(json) : static (_, ref _) => { },
        "minProperties" => (json, ref validation) => validation.MinProperties(json, Count(value)),
        "maxProperties" => (json, ref validation) => validation.MaxProperties(json, Count(value)),
        "required" => (json, ref validation) => validation.Required(json, Names(value)),
        "dependentRequired" => All(value.EnumerateObject().Select(static KlingJsonCheck? (entry) => (json, ref validation) => validation.DependentRequired(json, entry.Name, Names(entry.Value)))),
        "allOf" => All(value.EnumerateArray().Select(Check)),
        _ => Applied(keyword, value, schema),
    };

    private static KlingJsonCheck? Applied(string keyword, JsonElement value, JsonElement schema) => keyword switch
    {
        "pattern" => Regex(value.GetString()!) is { } regex ? (json, ref validation) => validation.Pattern(json, regex) : null,
        "properties" => All(value.EnumerateObject().Select(static entry => With(Check(entry.Value), check => (json, ref validation) => validation.Property(json, entry.Name, check)))),
        "patternProperties" => All(value.EnumerateObject().Select(static entry => Regex(entry.Name) is { } regex
            ? With(Check(entry.Value), check => (json, ref validation) => validation.PatternProperty(json, regex, check))
            : null)),
        "additionalProperties" => With(Check(value), check => (json, ref validation) => validation.AdditionalProperties(
            json, Keys(schema, "properties"), [.. Keys(schema, "patternProperties").Select(static pattern => new KlingPattern(pattern, pattern))], check)),
        "propertyNames" => With(Check(value), static check => (json, ref validation) => validation.PropertyNames(json, check)),
        "items" => With(Check(value), check => (json, ref validation) => validation.Items(
            json, check, schema.TryGetProperty("prefixItems", out JsonElement prefix) ? prefix.GetArrayLength() : 0)),
        "prefixItems" => Choice(value, static checks => (json, ref validation) => validation.PrefixItems(json, checks)),
        "anyOf" => Choice(value, static checks => (json, ref validation) => validation.AnyOf(json, checks)),
        "oneOf" => Choice(value, static checks => (json, ref validation) => validation.OneOf(json, checks)),
        _ => null,
    };

    private static KlingJsonCheck Type(JsonElement value)
    {
        JsonElement[] names = value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        KlingJsonTypes types = names.Aggregate(KlingJsonTypes.None, static (all, name) => all | System.Enum.Parse<KlingJsonTypes>(name.GetString()!, ignoreCase: true));
        return (json, ref validation) => validation.Type(json, types);
    }

    // Patterns come translated from the generator; of those in the suite only this property is written otherwise in .NET.
    private static KlingPattern? Regex(string pattern) => new(pattern, pattern.Replace(@"\p{Letter}", @"\p{L}", StringComparison.Ordinal));

    private static KlingJsonCheck? With(KlingJsonCheck? inner, Func<KlingJsonCheck, KlingJsonCheck> outer) => inner is null ? null : outer(inner);

    private static KlingJsonCheck? Choice(JsonElement schemas, Func<KlingJsonCheck[], KlingJsonCheck> outer)
    {
        KlingJsonCheck?[] checks = [.. schemas.EnumerateArray().Select(Check)];
        return checks.Contains(null) ? null : outer(checks!);
    }

    private static KlingJsonCheck? All(IEnumerable<KlingJsonCheck?> all)
    {
        KlingJsonCheck?[] checks = [.. all];
        return checks.Contains(null)
            ? null
            : (json, ref validation) =>
            {
                foreach (KlingJsonCheck? check in checks)
                {
                    check!(json, ref validation);
                }
            };
    }

    private static int Count(JsonElement value) => (int)value.GetDouble();

    private static string[] Names(JsonElement value) => [.. value.EnumerateArray().Select(static name => name.GetString()!)];

    private static string[] Keys(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? [.. value.EnumerateObject().Select(static entry => entry.Name)] : [];
}
