using System.Text.Json;

namespace Kling;

/// <summary>What a catalogue shows of a schema. It describes and never judges: checking values is the generated code's business.</summary>
internal sealed record SchemaDescription
{
    // A schema that contains itself is described so many levels deep.
    private const int MaxDepth = 6;

    private static readonly string[] LimitKeywords =
    [
        "minimum",
        "exclusiveMinimum",
        "maximum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
    ];

    // The generator reads 128 levels.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    // A number beyond a month is a mistake, and one beyond ten million days would not fit a TimeSpan.
    private const decimal MaxTypicalSeconds = 30 * 24 * 60 * 60;

    public string? Title { get; private init; }

    public string Description { get; private init; } = "";

    public KlingOutputKind Output { get; private init; }

    public TimeSpan? TypicalDuration { get; private init; }

    public decimal? TypicalCost { get; private init; }

    public required CostTerms Costs { get; init; }

    public string? Source { get; private init; }

    public KlingModelStatus Status { get; private init; }

    public bool IsDeprecated { get; private init; }

    public bool IsRetired { get; private init; }

    public KlingReplacement? ReplacedBy { get; private init; }

    public IReadOnlyList<KlingParameter> Parameters { get; private init; } = [];

    public static SchemaDescription Parse(string schema)
    {
        using var document = JsonDocument.Parse(schema, Deep);
        JsonElement root = document.RootElement.Clone();
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException($"A model's schema must be a JSON object, but this is {Describe(root.ValueKind)}.");
        }

        var layers = new SchemaLayers(root, root);
        return new SchemaDescription
        {
            Title = Text(layers, "title"),
            Description = Text(layers, "description") ?? "",
            Output = Enum.TryParse(Text(layers, "x-output"), ignoreCase: true, out KlingOutputKind output) ? output : KlingOutputKind.Video,
            TypicalDuration = Number(layers, "x-typical-seconds") is { } seconds and > 0 and < MaxTypicalSeconds
                ? TimeSpan.FromSeconds((double)seconds)
                : null,
            TypicalCost = Number(layers, "x-typical-cost"),
            Costs = CostTerms.Read(Number(layers, "x-typical-cost"), layers.Member("x-cost"), layers.Member("properties")),
            Source = Text(layers, "x-source"),
            Status = Text(layers, "x-status") switch
            {
                "complete" => KlingModelStatus.Complete,
                "partial" => KlingModelStatus.Partial,
                _ => KlingModelStatus.Unknown,
            },
            IsDeprecated = Flag(layers, "deprecated"),
            IsRetired = Flag(layers, "x-retired"),
            ReplacedBy = KlingReplacement.Read(layers.Member("x-replaced-by")),
            Parameters = Properties(layers, root, depth: 0),
        };
    }

    private static KlingParameter[] Properties(SchemaLayers schema, JsonElement root, int depth)
    {
        if (schema.Member("properties") is not { ValueKind: JsonValueKind.Object } properties || depth > MaxDepth)
        {
            return [];
        }

        HashSet<string?> required = schema.Member("required") is { ValueKind: JsonValueKind.Array } names
            ? names
                .EnumerateArray()
                .Where(static name => name.ValueKind is JsonValueKind.String)
                .Select(static name => name.GetString())
                .ToHashSet()
            : [];
        return
        [
            .. properties
                .EnumerateObject()
                .Select(property => Parameter(property.Name, property.Value, required.Contains(property.Name), root, depth)),
        ];
    }

    private static KlingParameter Parameter(string name, JsonElement json, bool isRequired, JsonElement root, int depth)
    {
        var schema = new SchemaLayers(json, root);
        return new KlingParameter
        {
            Name = name,
            Type = Type(schema),
            Format = Text(schema, "format"),
            Description = Text(schema, "description") ?? "",
            IsRequired = isRequired,
            IsDeprecated = Flag(schema, "deprecated"),
            Default = schema.Member("default"),
            AllowedValues = schema.Member("enum") is { ValueKind: JsonValueKind.Array } values ? [.. values.EnumerateArray()] : [],
            Limits =
            [
                .. schema
                    .Members()
                    .Where(static member => LimitKeywords.Contains(member.Name))
                    .Select(static member => KeyValuePair.Create(member.Name, member.Value)),
            ],
            Items =
                schema.Member("items") is { ValueKind: JsonValueKind.Object } items && depth < MaxDepth
                    ? Parameter("", items, isRequired: false, root, depth + 1)
                    : null,
            Properties = Properties(schema, root, depth + 1),
        };
    }

    /// <summary>The only type except null.</summary>
    private static string? Type(SchemaLayers schema) =>
        schema.Member("type") switch
        {
            { ValueKind: JsonValueKind.String } type => type.GetString(),
            { ValueKind: JsonValueKind.Array } types
                when types
                    .EnumerateArray()
                    .Where(static type => type.ValueKind is JsonValueKind.String && !type.ValueEquals("null"))
                    .ToArray()
                    is [var only] => only.GetString(),
            _ => null,
        };

    private static string? Text(SchemaLayers schema, string keyword) =>
        schema.Member(keyword) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static decimal? Number(SchemaLayers schema, string keyword) =>
        schema.Member(keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out decimal value) ? value : null;

    private static bool Flag(SchemaLayers schema, string keyword) => schema.Member(keyword) is { ValueKind: JsonValueKind.True };

    private static string Describe(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Array => "an array",
            JsonValueKind.Null => "null",
            _ => "a " + kind.ToString().ToLowerInvariant(),
        };
}
