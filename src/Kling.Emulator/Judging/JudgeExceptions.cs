using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>The deviations of NJsonSchema from the specification.</summary>
internal static class JudgeExceptions
{
    public static IReadOnlyList<JudgeException> All { get; } =
    [
        // The correction is InstanceReader's: an integer reaches NJsonSchema as one, however it was written.
        new(
            "type",
            "Refuses 5.0 and 1e2 as integers.",
            "Core 4.2.1 and Validation 6.1.1: an integer is a number with a zero fractional part"
        ),
        new("required", "Refuses values that are not objects.", "Validation 6.5.3: applies to objects")
        {
            Correct = static (schema, value, violations) =>
            {
                if (value.Json.ValueKind is not JsonValueKind.Object)
                {
                    _ = violations.RemoveAll(violation => violation.Keyword == "required" && IsMember(violation.Path, value.Pointer));
                }
            },
        },
        new(
            "enum",
            "Compares texts: accepts \"5\" if 5 is allowed, and refuses 1.50 if 1.5 is allowed (in some cultures) and texts that look like dates.",
            "Validation 6.1.2 and Core 4.2.2: equality of JSON values"
        )
        {
            Withholds = static (keyword, _) => keyword == "enum",
            Correct = static (schema, value, violations) =>
            {
                if (
                    schema.TryGetProperty("enum", out JsonElement allowed)
                    && !allowed.EnumerateArray().Any(one => JsonEquality.AreEqual(one, value.Json))
                )
                {
                    violations.Add(
                        value.Violates(
                            "enum",
                            SentenceText.Compact(allowed),
                            SentenceText.Compact(value.Json),
                            $"{value.Quoted()} is not allowed. Allowed values: {SentenceText.List(allowed)}."
                        )
                    );
                }
            },
        },
        new("const", "Ignores the keyword.", "Validation 6.1.3: the value must be equal to the keyword's")
        {
            Withholds = static (keyword, _) => keyword == "const",
            Correct = static (schema, value, violations) =>
            {
                if (schema.TryGetProperty("const", out JsonElement only) && !JsonEquality.AreEqual(only, value.Json))
                {
                    violations.Add(
                        value.Violates(
                            "const",
                            SentenceText.Compact(only),
                            SentenceText.Compact(value.Json),
                            $"{value.Quoted()} is not allowed. The value must be {SentenceText.Short(only)}."
                        )
                    );
                }
            },
        },
        new("minLength", "Counts UTF-16 units.", "Validation 6.3.2 and RFC 8259: the length of a string is its number of characters")
        {
            Withholds = static (keyword, _) => keyword == "minLength",
            Correct = static (schema, value, violations) => Length(schema, value, violations, "minLength", -1, "minimum"),
        },
        new("maxLength", "Counts UTF-16 units.", "Validation 6.3.1 and RFC 8259: the length of a string is its number of characters")
        {
            Withholds = static (keyword, _) => keyword == "maxLength",
            Correct = static (schema, value, violations) => Length(schema, value, violations, "maxLength", 1, "maximum"),
        },
        new(
            "format",
            "Accepts any text as a uri, and has its own rules for the other formats.",
            "Validation 7.3: the grammars of RFC 3339, 3986, 5321 and 9562"
        )
        {
            Withholds = static (keyword, _) => keyword == "format",
            Correct = static (schema, value, violations) =>
            {
                if (
                    schema.TryGetProperty("format", out JsonElement format)
                    && format is { ValueKind: JsonValueKind.String }
                    && value.Json.ValueKind is JsonValueKind.String
                    && FormatRules.Expected(format.GetString()!, value.Json.GetString()!) is { } expected
                )
                {
                    violations.Add(
                        value.Violates("format", format.GetRawText(), value.Json.GetRawText(), $"{value.Quoted()} is {expected}.")
                    );
                }
            },
        },
        new(
            "maximum",
            "Rounds limits and values to 28 digits, and throws if they exceed System.Decimal.",
            "Core 4.2.1: numbers are decimals of any precision"
        )
        {
            Withholds = static (keyword, limit) => NumberRules.IsBound(keyword) && !NumberRules.IsExact(limit.GetRawText()),
            Correct = NumberRules.JudgeBounds,
        },
        new(
            "integer",
            "Accepts numbers of any size, or throws.",
            "RFC 8259, 6, which Core 6.4 leaves to the implementation: schemas/README.md sets limits to the size of numbers"
        )
        {
            Correct = NumberRules.JudgeSize,
        },
        new(
            "pattern",
            "Searches with .NET's regular expressions, without a time limit.",
            "Core 6.4: regular expressions are ECMA-262's, with the u flag"
        )
        {
            Correct = static (schema, value, violations) =>
            {
                if (
                    schema.Pattern is { } pattern
                    && value.Json.ValueKind is JsonValueKind.String
                    && pattern.IsMatch(value.Json.GetString()!) is not true and var isMatch
                )
                {
                    string problem = isMatch is false
                        ? $"does not match the pattern {pattern}."
                        : $"could not be matched against the pattern {pattern} within {pattern.Longest}. Use a shorter text.";
                    violations.Add(
                        value.Violates(
                            "pattern",
                            schema.Json.GetProperty("pattern").GetRawText(),
                            value.Json.GetRawText(),
                            $"{value.Quoted()} {problem}"
                        )
                    );
                }
            },
        },
        new("uniqueItems", "Compares texts: 1 and \"1\" are equal.", "Validation 6.4.3 and Core 4.2.2: equality of JSON values")
        {
            Withholds = static (keyword, _) => keyword == "uniqueItems",
            Correct = static (schema, value, violations) =>
            {
                if (
                    value.Json.ValueKind is JsonValueKind.Array
                    && schema.TryGetProperty("uniqueItems", out JsonElement wanted)
                    && wanted.ValueKind is JsonValueKind.True
                    && HasEqualItems(value.Json)
                )
                {
                    violations.Add(
                        value.Violates("uniqueItems", "true", null, "Two items are equal; the list must not contain duplicates.")
                    );
                }
            },
        },
        new("maxItems", "Treats the limit 0 as no limit.", "Validation 6.4.1: 0 is a limit")
        {
            Withholds = static (keyword, limit) => keyword == "maxItems" && IsZero(limit),
            Correct = static (schema, value, violations) =>
            {
                if (
                    value.Json.ValueKind is JsonValueKind.Array
                    && schema.TryGetProperty("maxItems", out JsonElement limit)
                    && IsZero(limit)
                    && value.Json.GetArrayLength() is > 0 and var count
                )
                {
                    violations.Add(
                        value.Violates(
                            "maxItems",
                            "0",
                            SentenceText.Number(count),
                            $"The list has {SentenceText.Count(count, "item", "items")}; the maximum is 0."
                        )
                    );
                }
            },
        },
        new("maxProperties", "Treats the limit 0 as no limit.", "Validation 6.5.1: 0 is a limit")
        {
            Withholds = static (keyword, limit) => keyword == "maxProperties" && IsZero(limit),
            Correct = static (schema, value, violations) =>
            {
                if (
                    value.Json.ValueKind is JsonValueKind.Object
                    && schema.TryGetProperty("maxProperties", out JsonElement limit)
                    && IsZero(limit)
                    && value.Json.EnumerateObject().Count() is > 0 and var count
                )
                {
                    violations.Add(
                        value.Violates(
                            "maxProperties",
                            "0",
                            SentenceText.Number(count),
                            $"The object has {SentenceText.Count(count, "property", "properties")}; the maximum is 0."
                        )
                    );
                }
            },
        },
        // The correction is SpecificationValidator's, which asks every pattern.
        new(
            "patternProperties",
            "Searches with .NET's regular expressions, and checks at most one pattern.",
            "Core 6.4 and 10.3.2.2: applies to every name that matches"
        ),
        new("dependentRequired", "Ignores the keyword.", "Validation 6.5.4: if a property is present, others are required")
        {
            Correct = static (schema, value, violations) => violations.AddRange(Dependents(schema, value)),
        },
        // The correction is SpecificationValidator's: each name is judged as a string.
        new("propertyNames", "Ignores the keyword.", "Core 10.3.2.4: applies to every name of an object"),
        // The correction is SchemaRewriter's: "items" takes a list there, and "additionalItems" what follows.
        new("prefixItems", "Ignores the keyword.", "Core 10.3.1.1: applies to the items at the same positions"),
        // The correction is SchemaRewriter's: the reference becomes one of "allOf".
        new("$ref", "Ignores every keyword next to it.", "Core 8.2.3.1: the keyword applies together with others"),
        // The correction is SchemaRewriter's: the list becomes one of two.
        new(
            "allOf",
            "Uses a list of one reference as the whole schema, here and in anyOf and oneOf, and ignores the keywords next to it.",
            "Core 10.2.1: the keyword applies together with others"
        ),
        // The correction is SpecificationValidator's: such a null is judged like any other value.
        new("oneOf", "Accepts null if any alternative allows it.", "Core 10.2.1.3: exactly one alternative must match"),
        new("x-references", "Ignores the keyword.", "Core 6.5: anyone may define further keywords; schemas/README.md defines this one")
        {
            Correct = References,
        },
    ];

    private static IEnumerable<KlingViolation> Dependents(JudgedSchema schema, JudgedValue value) =>
        value.Json.ValueKind is JsonValueKind.Object && schema.TryGetProperty("dependentRequired", out JsonElement dependents)
            ? from pair in dependents.EnumerateObject()
            where value.Json.TryGetProperty(pair.Name, out _)
            from other in pair.Value.EnumerateArray()
            where !value.Json.TryGetProperty(other.GetString()!, out _)
            select new KlingViolation(
                value.PointerTo(other.GetString()!),
                "dependentRequired",
                null,
                null,
                $"This parameter is required, because '{pair.Name}' is set."
            )
            : [];

    // A marker names an item of a list beside the text: the object that holds both is judged.
    private static void References(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is not JsonValueKind.Object || !schema.TryGetProperty("properties", out JsonElement properties))
        {
            return;
        }

        foreach ((string name, JsonElement reference) in References(properties))
        {
            if (!value.Json.TryGetProperty(name, out JsonElement text) || text.ValueKind is not JsonValueKind.String)
            {
                continue;
            }

            string list = reference.GetProperty("list").GetString()!;
            int count =
                value.Json.TryGetProperty(list, out JsonElement items) && items.ValueKind is JsonValueKind.Array
                    ? items.GetArrayLength()
                    : 0;

            // All digits are the number, and one marker may begin inside of another.
            string marker = Regex
                .Escape(reference.GetProperty("marker").GetString()!)
                .Replace(@"\{n}", "(?<n>(?>[0-9]+))", StringComparison.Ordinal);
            foreach (Match match in Regex.Matches(text.GetString()!, $"(?=(?<all>{marker}))"))
            {
                string found = match.Groups["all"].Value;
                if (
                    !int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    || number < 1
                    || number > count
                )
                {
                    violations.Add(
                        value.Violates(
                            "x-references",
                            $"\"{list}\"",
                            found,
                            $"The text refers to {found}, but '{list}' has {SentenceText.Count(count, "item", "items")}."
                        ) with
                        {
                            Path = $"{value.Pointer}/{name}",
                        }
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Name, JsonElement Reference)> References(JsonElement properties) =>
        from property in properties.EnumerateObject()
        where property.Value.ValueKind is JsonValueKind.Object
        from references in property.Value.EnumerateObject()
        where references.NameEquals("x-references") && references.Value.ValueKind is JsonValueKind.Array
        from reference in references.Value.EnumerateArray()
        where IsReference(reference) && properties.TryGetProperty(reference.GetProperty("list").GetString()!, out _)
        select (property.Name, reference);

    private static bool IsReference(JsonElement reference) =>
        reference.ValueKind is JsonValueKind.Object
        && reference.TryGetProperty("marker", out JsonElement marker)
        && marker.ValueKind is JsonValueKind.String
        && reference.TryGetProperty("list", out JsonElement list)
        && list.ValueKind is JsonValueKind.String
        && marker.GetString()!.Split("{n}") is [{ Length: > 0 }, _];

    private static bool IsMember(string path, string of) => path[..path.LastIndexOf('/')] == of;

    private static bool IsZero(JsonElement limit) =>
        limit.ValueKind is JsonValueKind.Number && ExactNumber.Parse(limit.GetRawText()).Sign == 0;

    private static bool HasEqualItems(JsonElement array) =>
        array
            .EnumerateArray()
            .Select((item, index) => (item, index))
            .Any(one => array.EnumerateArray().Take(one.index).Any(other => JsonEquality.AreEqual(one.item, other)));

    private static void Length(
        JudgedSchema schema,
        JudgedValue value,
        List<KlingViolation> violations,
        string keyword,
        int wrongSide,
        string side
    )
    {
        if (value.Json.ValueKind is not JsonValueKind.String || !schema.TryGetProperty(keyword, out JsonElement limit))
        {
            return;
        }

        int length = value.Json.GetString()!.EnumerateRunes().Count();
        if (Math.Sign(ExactNumber.Parse(SentenceText.Number(length)).CompareTo(ExactNumber.Parse(limit.GetRawText()))) == wrongSide)
        {
            violations.Add(
                value.Violates(
                    keyword,
                    limit.GetRawText(),
                    SentenceText.Number(length),
                    $"The text has {SentenceText.Count(length, "character", "characters")}; the {side} is {limit.GetRawText()}."
                )
            );
        }
    }
}
