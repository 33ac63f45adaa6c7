using System.Text.Json;
using NJsonSchema.Validation;

namespace Kling.Emulator;

/// <summary>Says in the project's words what NJsonSchema found.</summary>
internal static class ViolationText
{
    /// <summary>What is wrong with a parameter that the schema neither declares nor allows.</summary>
    public const string NotAllowed = "This parameter is not allowed.";

    /// <summary>The violation that an error describes.</summary>
    /// <param name="error">What NJsonSchema found.</param>
    /// <param name="value">Where.</param>
    /// <param name="schema">By which schema, as it was written; <see langword="null"/> for one that was not.</param>
    public static KlingViolation Of(ValidationError error, JudgedValue value, JsonElement? schema) =>
        error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => new KlingViolation(
                value.PointerTo(error.Property!),
                "required",
                null,
                null,
                "This parameter is required."
            ),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => new KlingViolation(
                value.PointerTo(error.Property!),
                "additionalProperties",
                "false",
                null,
                NotAllowed
            ),
            ValidationErrorKind.NumberTooSmall => Bound(value, schema, "minimum", "exclusiveMinimum"),
            ValidationErrorKind.NumberTooBig => Bound(value, schema, "maximum", "exclusiveMaximum"),
            ValidationErrorKind.NumberNotMultipleOf or ValidationErrorKind.IntegerNotMultipleOf => Bound(
                value,
                "multipleOf",
                Limit(schema, "multipleOf")
            ),
            ValidationErrorKind.TooFewItems => Count(value, schema, "minItems", "minimum"),
            ValidationErrorKind.TooManyItems => Count(value, schema, "maxItems", "maximum"),
            ValidationErrorKind.TooFewProperties => Count(value, schema, "minProperties", "minimum"),
            ValidationErrorKind.TooManyProperties => Count(value, schema, "maxProperties", "maximum"),
            ValidationErrorKind.ExcludedSchemaValidates => value.Violates("false", null, null, $"{value.Quoted()} is not allowed here."),
            _ => Type(value, schema),
        };

    /// <summary>Describes a number that violates a limit.</summary>
    public static KlingViolation Bound(JudgedValue value, string keyword, string? limit)
    {
        string problem = keyword switch
        {
            "minimum" => "less than the minimum of",
            "exclusiveMinimum" => "too small: the value must be more than",
            "maximum" => "more than the maximum of",
            "exclusiveMaximum" => "too large: the value must be less than",
            _ => "not a multiple of",
        };
        return value.Violates(keyword, limit, value.Json.GetRawText(), $"{value.Quoted()} is {problem} {limit}.");
    }

    // One kind of error for two keywords: the inclusive one is meant if the number is beyond it.
    private static KlingViolation Bound(JudgedValue value, JsonElement? schema, string inclusive, string exclusive)
    {
        bool isBeyond =
            Member(schema, inclusive) is { } limit
            && Math.Sign(NumberRules.Compare(value.Json.GetRawText(), limit.GetRawText())) == (inclusive == "minimum" ? -1 : 1);
        string keyword = isBeyond || Member(schema, exclusive) is not { ValueKind: JsonValueKind.Number } ? inclusive : exclusive;
        return Bound(value, keyword, Limit(schema, keyword));
    }

    private static KlingViolation Count(JudgedValue value, JsonElement? schema, string keyword, string side)
    {
        bool isList = value.Json.ValueKind is JsonValueKind.Array;
        int count = isList ? value.Json.GetArrayLength() : value.Json.EnumerateObject().Count();
        string counted = isList
            ? $"list has {SentenceText.Count(count, "item", "items")}"
            : $"object has {SentenceText.Count(count, "property", "properties")}";
        string? limit = Limit(schema, keyword);
        return value.Violates(keyword, limit, SentenceText.Number(count), $"The {counted}; the {side} is {limit}.");
    }

    /// <summary>Describes a value of a type that the schema does not allow.</summary>
    public static KlingViolation Type(JudgedValue value, JsonElement? schema)
    {
        string found = value.Json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind kind => kind.ToString().ToLowerInvariant(),
        };
        string expected = Member(schema, "type") switch
        {
            { ValueKind: JsonValueKind.Array } types => $"one of {SentenceText.List(types)}",
            { } type => type.GetRawText(),
            null => "another one",
        };
        return value.Violates(
            "type",
            Limit(schema, "type"),
            $"\"{found}\"",
            $"{value.Quoted()} is of type \"{found}\"; the type must be {expected}."
        );
    }

    private static string? Limit(JsonElement? schema, string keyword) =>
        Member(schema, keyword) is { } limit ? SentenceText.Compact(limit) : null;

    private static JsonElement? Member(JsonElement? schema, string keyword) =>
        schema is { } written && written.TryGetProperty(keyword, out JsonElement limit) ? limit : null;
}
