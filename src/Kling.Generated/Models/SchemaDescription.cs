using System.Text.Json;

namespace Kling;

/// <summary>What a catalogue shows of a schema. It describes and never judges: checking values is the generated code's business.</summary>
internal sealed record SchemaDescription
{
    private static readonly string[] LimitKeywords =
    [
        "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties",
    ];

    // A figure beyond a month is a slip of the pen, and one beyond ten million days would not fit a TimeSpan.
    private const decimal MaxTypicalSeconds = 30 * 24 * 60 * 60;

    public string? Title { get; private init; }

    public string Description { get; private init; } = "";

    public KlingOutputKind Output { get; private init; }

    public TimeSpan? TypicalDuration { get; private init; }

    public decimal? TypicalCost { get; private init; }

    public string? Source { get; private init; }

    public bool IsDeprecated { get; private init; }

    public IReadOnlyList<KlingParameter> Parameters { get; private init; } = [];

    public static SchemaDescription Parse(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        JsonElement root = document.RootElement.Clone();
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException($"A model's schema is a JSON object, but this is {Describe(root.ValueKind)}.");
        }

        return new SchemaDescription
        {
            Title = Text(root, "title"),
            Description = Text(root, "description") ?? "",
            Output = Enum.TryParse(Text(root, "x-output"), ignoreCase: true, out KlingOutputKind output) ? output : KlingOutputKind.Video,
            TypicalDuration = Number(root, "x-typical-seconds") is { } seconds and > 0 and < MaxTypicalSeconds ? TimeSpan.FromSeconds((double)seconds) : null,
            TypicalCost = Number(root, "x-typical-cost"),
            Source = Text(root, "x-source"),
            IsDeprecated = Flag(root, "deprecated"),
            Parameters = Properties(root),
        };
    }

    private static KlingParameter[] Properties(JsonElement schema)
    {
        if (Member(schema, "properties") is not { ValueKind: JsonValueKind.Object } properties)
        {
            return [];
        }

        HashSet<string?> required = Member(schema, "required") is { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Where(static name => name.ValueKind is JsonValueKind.String).Select(static name => name.GetString()).ToHashSet()
            : [];
        return [.. properties.EnumerateObject().Select(property => Parameter(property.Name, property.Value, required.Contains(property.Name)))];
    }

    private static KlingParameter Parameter(string name, JsonElement schema, bool isRequired) => new()
    {
        Name = name,
        Type = Text(schema, "type"),
        Format = Text(schema, "format"),
        Description = Text(schema, "description") ?? "",
        IsRequired = isRequired,
        IsDeprecated = Flag(schema, "deprecated"),
        Default = Member(schema, "default"),
        AllowedValues = Member(schema, "enum") is { ValueKind: JsonValueKind.Array } values ? [.. values.EnumerateArray()] : [],
        Limits = [.. Limits(schema)],
        Items = Member(schema, "items") is { ValueKind: JsonValueKind.Object } items ? Parameter("", items, isRequired: false) : null,
        Properties = Properties(schema),
    };

    private static IEnumerable<KeyValuePair<string, JsonElement>> Limits(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object
            ? schema.EnumerateObject()
                .Where(static member => LimitKeywords.Contains(member.Name))
                .Select(static member => KeyValuePair.Create(member.Name, member.Value))
            : [];

    private static JsonElement? Member(JsonElement schema, string keyword) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement value) ? value : null;

    private static string? Text(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static decimal? Number(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out decimal value) ? value : null;

    private static bool Flag(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.True };

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        _ => "a " + kind.ToString().ToLowerInvariant(),
    };
}
