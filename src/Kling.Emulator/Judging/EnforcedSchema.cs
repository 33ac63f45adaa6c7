using System.Globalization;
using System.Text.Json;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.Emulator;

/// <summary>
/// A schema without what generated types do not enforce. The generator's own reader and binder say what that is and where: an invalid
/// keyword, a reference that cannot be resolved, a pattern without a translation. So a judge never refuses what the types accept with a
/// warning.
/// </summary>
internal sealed class EnforcedSchema
{
    // The generator reads 128 levels of JSON, NJsonSchema 64: what is nested deeper than this becomes a definition.
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    private static readonly SchemaRule[] Ignoring =
    [
        SchemaDiagnostics.KeywordValueIsInvalid,
        SchemaDiagnostics.KeywordIsNotEnforced,
        SchemaDiagnostics.ReferenceIsNotResolved,
        SchemaDiagnostics.ReferenceIsCircular,
    ];

    private readonly JsonNode _root;
    private readonly SchemaDocument _document;
    private readonly HashSet<TextSpan> _ignored;
    private readonly Utf8JsonWriter _writer;
    private readonly Dictionary<JsonNode, string> _names = [];
    private readonly Queue<JsonNode> _definitions = new();

    private EnforcedSchema(JsonNode root, string text, Utf8JsonWriter writer)
    {
        _root = root;
        _document = new SchemaDocument(root);
        _ignored =
        [
            .. SchemaBinder
                .Review(_document, text)
                .Where(static diagnostic => Ignoring.Contains(diagnostic.Rule))
                .Select(static diagnostic => diagnostic.Span),
        ];
        _writer = writer;
    }

    // A request is a JSON object, whether its schema says so or not.
    private bool IsRequest =>
        _root["type"] is { } type ? type.Text == "object" : _document.Shape(_root).Schema["properties"] is { IsObject: true };

    /// <summary>Reads a schema.</summary>
    /// <param name="text">A JSON object.</param>
    /// <returns>A schema of the enforced keywords alone, whose references lead to its own <c>definitions</c>.</returns>
    /// <exception cref="JsonException">The text is not a JSON object; the message says why, with line and column.</exception>
    public static JsonElement Read(string text)
    {
        if (JsonReader.Read(text, out JsonSyntaxException? error) is not { } root)
        {
            LineSpan lines = new LineMap(text).Lines(error!.Span);
            throw new JsonException(
                FormattableString.Invariant($"{error.Message} Line {lines.StartLine + 1}, column {lines.StartColumn + 1}.")
            );
        }

        if (!root.IsObject)
        {
            throw new JsonException("A model's schema must be a JSON object.");
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            new EnforcedSchema(root, text, writer).WriteDocument();
        }

        using var document = JsonDocument.Parse(stream.ToArray(), Deep);
        return document.RootElement.Clone();
    }

    private void WriteDocument()
    {
        _writer.WriteStartObject();
        WriteKeywords(_root, depth: 0);
        _writer.WriteStartObject("definitions");
        while (_definitions.TryDequeue(out JsonNode? definition))
        {
            _writer.WritePropertyName(_names[definition]);
            WriteSchema(definition, depth: 0);
        }

        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteSchema(JsonNode schema, int depth)
    {
        if (!schema.IsObject)
        {
            // What is not a schema at all accepts any JSON.
            _writer.WriteBooleanValue(schema.Kind is not JsonKind.False);
            return;
        }

        // NJsonSchema accepts any value where "enum" has none.
        if (schema["enum"] is { Kind: JsonKind.Array, Items.Length: 0 } && schema["nullable"] is not { IsTrue: true })
        {
            _writer.WriteBooleanValue(false);
            return;
        }

        _writer.WriteStartObject();
        if (depth > MaxDepth)
        {
            WriteReference(schema);
        }
        else
        {
            WriteKeywords(schema, depth);
        }

        _writer.WriteEndObject();
    }

    private void WriteKeywords(JsonNode schema, int depth)
    {
        bool isRequest = schema == _root && IsRequest;
        if (isRequest && schema["type"] is null)
        {
            _writer.WriteString("type", "object");
        }

        foreach (JsonMember member in schema.Members)
        {
            string? sameAs = Unevaluated.SameAs(member.Name, schema);
            if (!IsIgnored(member) && (sameAs is null || schema[sameAs] is null) && !(isRequest && member.Name == "nullable"))
            {
                WriteKeyword(sameAs ?? member.Name, member, schema, depth);
            }
        }
    }

    private bool IsIgnored(JsonMember member) => _ignored.Contains(member.NameSpan) || _ignored.Contains(member.Value.Span);

    private void WriteKeyword(string name, JsonMember member, JsonNode schema, int depth)
    {
        JsonNode value = member.Value;
        switch (name)
        {
            case "$ref" when _document.Resolve(member.Value) is { } target:
                WriteReference(target);
                break;
            case "type" or "const" or "pattern" or "multipleOf":
            case "required" when value.Kind is JsonKind.Array:
            case "enum" when value.Items.Length > 0:
            case "format" when value.Kind is JsonKind.String:
            case "uniqueItems" or "nullable" when value.Kind is JsonKind.True or JsonKind.False:
                WriteRaw(name, value);
                break;
            case "minimum" or "maximum":
                // Draft 4 wrote an exclusive bound as "minimum": 0, "exclusiveMinimum": true.
                string exclusive = name == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
                WriteRaw(schema[exclusive] is { IsTrue: true } ? exclusive : name, value);
                break;
            case "exclusiveMinimum" or "exclusiveMaximum" when value.Kind is JsonKind.Number:
                WriteRaw(name, value);
                break;
            case "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties":
                _writer.WriteNumber(name, NumberToken.Count(value.Text).GetValueOrDefault());
                break;
            case "allOf" or "anyOf" or "oneOf" or "prefixItems":
                WriteList(name, value, depth);
                break;
            case "items" or "additionalProperties" or "propertyNames" when value.Kind is JsonKind.Object or JsonKind.True or JsonKind.False:
                _writer.WritePropertyName(name);
                WriteSchema(value, depth + 1);
                break;
            case "properties" or "patternProperties":
                WriteMembers(name, [.. value.Members.Where(pattern => !_ignored.Contains(pattern.NameSpan))], depth);
                break;
            case "dependentRequired":
                WriteDependents(value);
                break;
            case "x-references" when value.Kind is JsonKind.Array:
                WriteRaw(name, value);
                break;
        }
    }

    private void WriteReference(JsonNode schema)
    {
        if (!_names.TryGetValue(schema, out string? name))
        {
            name = "s" + _names.Count.ToString(CultureInfo.InvariantCulture);
            _names.Add(schema, name);
            _definitions.Enqueue(schema);
        }

        _writer.WriteString("$ref", "#/definitions/" + name);
    }

    private void WriteList(string name, JsonNode list, int depth)
    {
        JsonNode[] schemas = [.. list.Items.Where(schema => !_ignored.Contains(schema.Span))];
        if (schemas.Length == 0)
        {
            return;
        }

        _writer.WriteStartArray(name);
        foreach (JsonNode schema in schemas)
        {
            WriteSchema(schema, depth + 1);
        }

        _writer.WriteEndArray();
    }

    private void WriteMembers(string name, IReadOnlyList<JsonMember> members, int depth)
    {
        _writer.WriteStartObject(name);
        foreach (JsonMember member in members)
        {
            _writer.WritePropertyName(member.Name);
            WriteSchema(member.Value, depth + 1);
        }

        _writer.WriteEndObject();
    }

    private void WriteDependents(JsonNode dependents)
    {
        _writer.WriteStartObject("dependentRequired");
        foreach (JsonMember member in dependents.Members.Where(member => !IsIgnored(member)))
        {
            WriteRaw(member.Name, member.Value);
        }

        _writer.WriteEndObject();
    }

    private void WriteRaw(string name, JsonNode value)
    {
        _writer.WritePropertyName(name);
        _writer.WriteRawValue(JsonPrinter.Print(value), skipInputValidation: true);
    }
}
