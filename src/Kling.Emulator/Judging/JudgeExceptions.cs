using System.Text.Json;

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
            Correct = ObjectRules.DropRequired,
        },
        new(
            "enum",
            "Compares texts: accepts \"5\" if 5 is allowed, and refuses 1.50 if 1.5 is allowed (in some cultures) and texts that look like dates.",
            "Validation 6.1.2 and Core 4.2.2: equality of JSON values"
        )
        {
            Withholds = Every("enum"),
            Correct = EqualityRules.JudgeEnum,
        },
        new("const", "Ignores the keyword.", "Validation 6.1.3: the value must be equal to the keyword's")
        {
            Withholds = Every("const"),
            Correct = EqualityRules.JudgeConst,
        },
        new("minLength", "Counts UTF-16 units.", "Validation 6.3.2 and RFC 8259: the length of a string is its number of characters")
        {
            Withholds = Every("minLength"),
            Correct = StringRules.JudgeMinLength,
        },
        new("maxLength", "Counts UTF-16 units.", "Validation 6.3.1 and RFC 8259: the length of a string is its number of characters")
        {
            Withholds = Every("maxLength"),
            Correct = StringRules.JudgeMaxLength,
        },
        new(
            "format",
            "Accepts any text as a uri, and has its own rules for the other formats.",
            "Validation 7.3: the grammars of RFC 3339, 3986, 5321 and 9562"
        )
        {
            Withholds = Every("format"),
            Correct = StringRules.JudgeFormat,
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
            Correct = StringRules.JudgePattern,
        },
        new("uniqueItems", "Compares texts: 1 and \"1\" are equal.", "Validation 6.4.3 and Core 4.2.2: equality of JSON values")
        {
            Withholds = Every("uniqueItems"),
            Correct = EqualityRules.JudgeUniqueItems,
        },
        new("maxItems", "Treats the limit 0 as no limit.", "Validation 6.4.1: 0 is a limit")
        {
            Withholds = static (keyword, limit) => keyword == "maxItems" && NumberRules.IsZero(limit),
            Correct = EmptinessRules.JudgeMaxItems,
        },
        new("maxProperties", "Treats the limit 0 as no limit.", "Validation 6.5.1: 0 is a limit")
        {
            Withholds = static (keyword, limit) => keyword == "maxProperties" && NumberRules.IsZero(limit),
            Correct = EmptinessRules.JudgeMaxProperties,
        },
        // The correction is SpecificationValidator's, which asks every pattern.
        new(
            "patternProperties",
            "Searches with .NET's regular expressions, and checks at most one pattern.",
            "Core 6.4 and 10.3.2.2: applies to every name that matches"
        ),
        new("dependentRequired", "Ignores the keyword.", "Validation 6.5.4: if a property is present, others are required")
        {
            Correct = ObjectRules.JudgeDependentRequired,
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
            Correct = ReferenceRules.Judge,
        },
    ];

    private static Func<string, JsonElement, bool> Every(string keyword) => (name, _) => name == keyword;
}
