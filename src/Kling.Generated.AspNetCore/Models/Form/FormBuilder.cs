using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Model;

namespace Kling;

/// <summary>Makes the form of a model from what the generator makes of its schema.</summary>
internal sealed class FormBuilder
{
    // A schema may refer to itself. Deeper values are entered as JSON.
    private const int DeepestForm = 6;

    // A text that may be longer gets several lines.
    private const int LongestLine = 200;

    private readonly RequestModel _model;

    private FormBuilder(RequestModel model) => _model = model;

    /// <summary>The parameters of a model: the required ones first, otherwise in the order of the schema.</summary>
    public static IReadOnlyList<FormField> Of(RequestModel model, string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new FormBuilder(model).Fields(model.Request, new RawSchema(document.RootElement), depth: 0);
    }

    private FormField[] Fields(ObjectModel record, RawSchema schema, int depth) =>
        [
            .. record
                .Properties.Select(property => Field(record, property, schema.Property(property.WireName), depth))
                .OrderByDescending(static field => field.IsRequired),
        ];

    private FormField Field(ObjectModel record, PropertyModel property, RawSchema schema, int depth)
    {
        KeyValuePair<string, string>[] references =
        [
            .. record
                .References.Where(reference => reference.Text == property.Name)
                .Select(reference => KeyValuePair.Create(reference.Marker, record.WireName(reference.List))),
        ];
        FormField field = Value(property.Value, property.WireName, schema, depth);
        return field with
        {
            Kind =
                property.HasOnlyValue ? FieldKind.Constant
                : field.Kind is FieldKind.Text && references.Length > 0 ? FieldKind.LongText
                : field.Kind,
            Description = property.Description,
            IsRequired = property.IsRequired,
            IsDeprecated = property.IsDeprecated,
            IsUncertain = schema.Has("$comment"),
            IsReadOnly = property.IsReadOnly,
            Default = property.Default?.Json ?? (property.HasOnlyValue ? Only(property.Value) : null),
            Examples = [.. property.Examples],
            References = references,
        };
    }

    private FormField Value(ValueModel value, string name, RawSchema schema, int depth)
    {
        var field = new FormField
        {
            Name = name,
            Label = schema.Text("title") ?? Words(name),
            Kind = Kind(value, name),
            IsNullable = value.AllowsNull,
            Format = schema.Text("format"),
            Limits =
            [
                .. value
                    .Constraints.Select(static constraint => (constraint.Keyword, Limit: LimitJson(constraint)))
                    .DistinctBy(static limit => limit.Keyword)
                    .Select(static limit => KeyValuePair.Create(limit.Keyword, limit.Limit)),
            ],
        };
        return depth >= DeepestForm
            ? field with
            {
                Kind = FieldKind.Json,
            }
            : value switch
            {
                UriModel => field with { Media = Media(name) },
                EnumValueModel closed => field with { Choices = Choices(closed.Enum, schema) },
                ListModel list => field with
                {
                    Items = Value(list.Item, name, schema.Items, depth + 1) with { Description = list.ItemDescription },
                },
                ObjectValueModel record when Find(record) is { } declared => field with
                {
                    Fields = Fields(declared, schema, depth + 1),
                    AllowsAdditional = declared.AllowsAdditional,
                },
                UnionValueModel union when _model.Unions.FirstOrDefault(known => known.TypeName == union.TypeName) is { } cases =>
                    field with
                    {
                        Options =
                        [
                            .. cases.Cases.Select(option =>
                                Value(option.Value, name, schema.Alternative(option.Value), depth + 1) with
                                {
                                    Label = Words(option.Name),
                                }
                            ),
                        ],
                    },
                _ => field,
            };
    }

    private ObjectModel? Find(ObjectValueModel record) => _model.Objects.FirstOrDefault(known => known.TypeName == record.TypeName);

    private static FieldKind Kind(ValueModel value, string name) =>
        value switch
        {
            StringModel => IsLong(value, name) ? FieldKind.LongText : FieldKind.Text,
            UriModel => FieldKind.Url,
            BooleanModel => FieldKind.Boolean,
            IntegerModel => FieldKind.Integer,
            NumberModel => FieldKind.Number,
            EnumValueModel => FieldKind.Choice,
            ListModel => FieldKind.List,
            ObjectValueModel => FieldKind.Object,
            UnionValueModel => FieldKind.Union,
            _ => FieldKind.Json,
        };

    private static bool IsLong(ValueModel value, string name) =>
        name.Contains("prompt", StringComparison.OrdinalIgnoreCase)
        || value.Constraints.Any(static limit =>
            limit.Keyword == "maxLength" && (!int.TryParse(limit.Limit, out int most) || most > LongestLine)
        );

    private static string LimitJson(ConstraintModel constraint) =>
        constraint.Limit.Length == 0 ? "true"
        : constraint.Keyword is "pattern" or "format" ? JsonValue.Create(constraint.Limit).ToJsonString()
        : constraint.Limit;

    // The schema says that it is a URL; only its name says of what.
    private static string? Media(string name) =>
        name.Contains("video", StringComparison.OrdinalIgnoreCase) ? "video"
        : name.Contains("audio", StringComparison.OrdinalIgnoreCase) || name.Contains("voice", StringComparison.OrdinalIgnoreCase) ? "audio"
        : name.Contains("image", StringComparison.OrdinalIgnoreCase) || name.Contains("frame", StringComparison.OrdinalIgnoreCase) ? "image"
        : null;

    private static FormChoice[] Choices(EnumModel closed, RawSchema schema)
    {
        bool isNamed = schema.Has("x-enum-names");
        return
        [
            .. closed.Members.Select(member =>
            {
                string shown =
                    closed.Kind is EnumKind.Mixed && member.Wire.StartsWith('"') ? JsonNode.Parse(member.Wire)!.ToString() : member.Wire;
                return isNamed
                    ? new FormChoice(Json(closed, member), Words(member.Name), shown)
                    : new FormChoice(Json(closed, member), shown, "");
            }),
        ];
    }

    private static string Json(EnumModel closed, EnumMemberModel member) =>
        closed.Kind is EnumKind.String ? JsonValue.Create(member.Wire).ToJsonString() : member.Wire;

    private static string? Only(ValueModel value) =>
        value is EnumValueModel { Enum: { Members: [var only] } closed } ? Json(closed, only) : null;

    /// <summary>
    /// <c>Start image url</c> for <c>start_image_url</c>, <c>Last frame</c> for <c>LastFrame</c>, and <c>Landscape 16x9</c> for
    /// <c>Landscape16x9</c>.
    /// </summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            bool isNumber = char.IsDigit(c) && words.Length > 1 && char.IsLetter(words[^1]) && char.IsLetter(words[^2]);
            bool isNext = isNumber || (char.IsUpper(c) && words.Length > 0 && char.IsLower(words[^1]));
            _ = isNext ? words.Append(' ').Append(char.ToLowerInvariant(c)) : words.Append(c is '_' or '-' ? ' ' : c);
        }

        string text = words.ToString().Trim();
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
