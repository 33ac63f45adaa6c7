using System.Globalization;
using System.Text.Json;
using NJsonSchema.Validation;

namespace Kling.Emulator;

/// <summary>Says in the project's words what NJsonSchema found.</summary>
internal static class ViolationText
{
    /// <summary>The violation behind an error.</summary>
    /// <param name="error">What NJsonSchema found.</param>
    /// <param name="value">Where.</param>
    /// <param name="schema">By which schema, as it was written; <see langword="null"/> for one that was not.</param>
    public static KlingViolation Of(ValidationError error, JudgedValue value, JsonElement? schema) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired =>
            new KlingViolation(value.PointerTo(error.Property), "required", null, null, "This parameter is required."),
        ValidationErrorKind.NoAdditionalPropertiesAllowed =>
            new KlingViolation(value.PointerTo(error.Property), "additionalProperties", "false", null, "There is no such parameter."),
        ValidationErrorKind.NumberTooSmall => Bound(value, schema, "minimum", "exclusiveMinimum"),
        ValidationErrorKind.NumberTooBig => Bound(value, schema, "maximum", "exclusiveMaximum"),
        ValidationErrorKind.NumberNotMultipleOf or ValidationErrorKind.IntegerNotMultipleOf => Bound(value, "multipleOf", Limit(schema, "multipleOf")),
        ValidationErrorKind.TooFewItems => Count(value, schema, "minItems", "items, fewer than the minimum"),
        ValidationErrorKind.TooManyItems => Count(value, schema, "maxItems", "items, more than the maximum"),
        ValidationErrorKind.TooFewProperties => Count(value, schema, "minProperties", "members, fewer than the minimum"),
        ValidationErrorKind.TooManyProperties => Count(value, schema, "maxProperties", "members, more than the maximum"),
        ValidationErrorKind.PatternMismatch => Quoted(value, schema, "pattern", "does not match the pattern"),
        ValidationErrorKind.NotAnyOf => value.Violates("anyOf", null, null, $"{value.Quoted()} is none of what is allowed here."),
        ValidationErrorKind.NotOneOf => value.Violates("oneOf", null, null, $"{value.Quoted()} is not exactly one of what is allowed here."),
        ValidationErrorKind.ExcludedSchemaValidates => value.Violates("not", null, null, $"{value.Quoted()} is ruled out here."),
        _ => Type(value, schema),
    };

    /// <summary>A number on the wrong side of its limit.</summary>
    public static KlingViolation Bound(JudgedValue value, string keyword, string? limit)
    {
        string comparison = keyword switch
        {
            "minimum" => "less than the minimum of",
            "exclusiveMinimum" => "not more than",
            "maximum" => "more than the maximum of",
            "exclusiveMaximum" => "not less than",
            _ => "no multiple of",
        };
        return value.Violates(keyword, limit, value.Json.GetRawText(), $"{value.Quoted()} is {comparison} {limit}.");
    }

    // One kind of error for two keywords: the inclusive one is meant if the number is beyond it.
    private static KlingViolation Bound(JudgedValue value, JsonElement? schema, string inclusive, string exclusive)
    {
        var number = ExactNumber.Parse(value.Json.GetRawText());
        bool isBeyond = Member(schema, inclusive) is { } limit
            && Math.Sign(number.CompareTo(ExactNumber.Parse(limit.GetRawText()))) == (inclusive == "minimum" ? -1 : 1);
        string keyword = isBeyond || Member(schema, exclusive) is not { ValueKind: JsonValueKind.Number } ? inclusive : exclusive;
        return Bound(value, keyword, Limit(schema, keyword));
    }

    private static KlingViolation Count(JudgedValue value, JsonElement? schema, string keyword, string comparison)
    {
        int count = value.Json.ValueKind is JsonValueKind.Array ? value.Json.GetArrayLength() : value.Json.EnumerateObject().Count();
        string actual = count.ToString(CultureInfo.InvariantCulture);
        return value.Violates(keyword, Limit(schema, keyword), actual, $"There are {actual} {comparison} of {Limit(schema, keyword)}.");
    }

    private static KlingViolation Quoted(JudgedValue value, JsonElement? schema, string keyword, string comparison) =>
        value.Violates(keyword, Limit(schema, keyword), value.Json.GetRawText(), $"{value.Quoted()} {comparison} {Limit(schema, keyword)}.");

    private static KlingViolation Type(JudgedValue value, JsonElement? schema)
    {
        string found = value.Json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind kind => kind.ToString().ToLowerInvariant(),
        };
        return value.Violates("type", Limit(schema, "type"), $"\"{found}\"", $"{value.Quoted()} is of type {found}, where {Limit(schema, "type")} is wanted.");
    }

    private static string? Limit(JsonElement? schema, string keyword) => Member(schema, keyword)?.GetRawText();

    private static JsonElement? Member(JsonElement? schema, string keyword) =>
        schema is { } written && written.TryGetProperty(keyword, out JsonElement limit) ? limit : null;
}
