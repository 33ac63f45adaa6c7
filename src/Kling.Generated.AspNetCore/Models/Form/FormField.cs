using System.Text.Json.Nodes;

namespace Kling;

/// <summary>How a value is entered.</summary>
internal enum FieldKind
{
    Text,
    LongText,
    Url,
    Integer,
    Number,
    Boolean,
    Choice,
    List,
    Object,
    Union,
    Constant,
    Json,
}

/// <summary>One input of a model's form: what the page needs to know of a value, so that it does not interpret schemas itself.</summary>
internal sealed record FormField
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    public string Description { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether the schema file has a comment that says what is not known of the value.</summary>
    public bool IsUncertain { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>The server's default as JSON, or <see langword="null"/> if the schema has none.</summary>
    public string? Default { get; init; }

    /// <summary>Examples of the schema, as JSON.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The keywords that limit the value, with their limits as JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Limits { get; init; } = [];

    public string? Format { get; init; }

    /// <summary>What a URL leads to: <c>image</c>, <c>video</c>, <c>audio</c>, or <see langword="null"/>.</summary>
    public string? Media { get; init; }

    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    public FormField? Items { get; init; }

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Whether an object may have members that the schema does not declare.</summary>
    public bool AllowsAdditional { get; init; }

    public IReadOnlyList<FormField> Options { get; init; } = [];

    /// <summary>Markers by which a text refers to items of lists, with the names of the lists.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> References { get; init; } = [];

    /// <summary>The field as the page reads it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["label"] = Label,
            ["kind"] = KindName(Kind),
            ["description"] = Description,
            ["required"] = IsRequired,
            ["deprecated"] = IsDeprecated,
            ["uncertain"] = IsUncertain,
            ["readOnly"] = IsReadOnly,
            ["nullable"] = IsNullable,
            ["hasDefault"] = Default is not null,
            ["default"] = Default is null ? null : JsonNode.Parse(Default),
            ["examples"] = new JsonArray([.. Examples.Select(static example => JsonNode.Parse(example))]),
            ["format"] = Format,
            ["media"] = Media,
            ["choices"] = new JsonArray([.. Choices.Select(static choice => choice.ToJson())]),
            ["items"] = Items?.ToJson(),
            ["fields"] = new JsonArray([.. Fields.Select(static field => field.ToJson())]),
            ["additional"] = AllowsAdditional,
            ["options"] = new JsonArray([.. Options.Select(static option => option.ToJson())]),
            ["references"] = new JsonArray([
                .. References.Select(static reference => new JsonObject { ["marker"] = reference.Key, ["list"] = reference.Value }),
            ]),
        };
        foreach ((string keyword, string limit) in Limits)
        {
            json[keyword] = JsonNode.Parse(limit);
        }

        return json;
    }

    private static string KindName(FieldKind kind) => kind is FieldKind.LongText ? "longText" : kind.ToString().ToLowerInvariant();
}
