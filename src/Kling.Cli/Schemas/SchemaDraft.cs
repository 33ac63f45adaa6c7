using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.Cli;

/// <summary>
/// Creates a schema from the unambiguous facts of a page. Everything ambiguous becomes a remark, on the screen and at the parameter.
/// </summary>
internal sealed class SchemaDraft
{
    private readonly List<PageRemark> _remarks;

    private SchemaDraft(ModelPage page)
    {
        _remarks = [.. page.Remarks];
        Schema = [];
    }

    /// <summary>The schema.</summary>
    public JsonObject Schema { get; }

    /// <summary>Everything ambiguous, in the order of the page's lines.</summary>
    public IReadOnlyList<PageRemark> Remarks => [.. _remarks.OrderBy(static remark => remark.Line)];

    /// <summary>Makes the schema.</summary>
    /// <param name="page">The page.</param>
    /// <param name="slug">The slug to write down; <see langword="null"/> if the file's name is the slug.</param>
    public static SchemaDraft Of(ModelPage page, string? slug)
    {
        var draft = new SchemaDraft(page);
        draft.Write(page, slug);
        draft.HoldExampleAgainst(page);
        return draft;
    }

    private void Write(ModelPage page, string? slug)
    {
        Schema["$schema"] = DialectFile.Reference;
        Schema["title"] = page.Title;
        Put(Schema, "description", page.Tagline);
        Put(Schema, "$comment", page.Cut ?? "");
        Schema["type"] = "object";
        Put(Schema, "x-slug", slug ?? "");
        Put(Schema, "x-output", page.Output?.ToString().ToLowerInvariant() ?? "");
        Schema["x-status"] = page.Cut is null ? "complete" : "partial";
        if (page.IsRetired is true)
        {
            Schema["x-retired"] = true;
        }

        if (page.TypicalSeconds is { } seconds)
        {
            Schema["x-typical-seconds"] = JsonNode.Parse(seconds.ToString("0.############################", CultureInfo.InvariantCulture));
        }

        page.Price?.WriteTo(Schema);
        Put(Schema, "x-source", page is { Host: "api.segmind.com", Slug: { } name } ? "https://www.segmind.com/models/" + name : "");
        WriteMembers(Schema, page.Parameters, "");
    }

    private void WriteMembers(JsonObject schema, IReadOnlyList<PageParameter> parameters, string parent)
    {
        var properties = new JsonObject();
        foreach (PageParameter parameter in parameters)
        {
            properties[parameter.Name] = Parameter(parameter, parent + parameter.Name);
        }

        schema["properties"] = properties;
        if (parameters.Any(static parameter => parameter.IsRequired is true))
        {
            schema["required"] = new JsonArray([
                .. parameters.Where(static parameter => parameter.IsRequired is true).Select(static parameter => JsonValue.Create(parameter.Name)),
            ]);
        }
    }

    private JsonObject Parameter(PageParameter parameter, string path)
    {
        var schema = new JsonObject();
        bool isList = parameter.Type is { Depth: > 0 };
        Put(schema, "type", isList ? "array" : parameter.Type?.Name ?? "");
        Put(schema, "format", isList ? "" : parameter.Type?.Format ?? "");
        Put(schema, "description", parameter.Description);
        int behindDescription = schema.Count;
        _remarks.AddRange(ProseRemarks.Of(parameter, path));
        WriteAllowed(schema, parameter, path);
        WriteDefault(schema, parameter, path);
        WriteLimits(schema, parameter, path);

        if (isList)
        {
            schema["items"] = Items(parameter, parameter.Type!.Depth, path + parameter.MemberMark);
        }
        else if (parameter.Members.Count > 0)
        {
            WriteMembers(schema, parameter.Members, path + parameter.MemberMark);
        }

        string comment = string.Join(" ", _remarks.Where(remark => remark.Parameter == path).Select(static remark => remark.Comment));
        if (comment.Length > 0)
        {
            schema.Insert(behindDescription, "$comment", comment);
        }

        return schema;
    }

    private JsonObject Items(PageParameter parameter, int depth, string parent)
    {
        if (depth > 1)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Items(parameter, depth - 1, parent) };
        }

        var items = new JsonObject { ["type"] = parameter.Type!.Name };
        Put(items, "format", parameter.Type.Format ?? "");
        if (parameter.Members.Count > 0)
        {
            WriteMembers(items, parameter.Members, parent);
        }

        return items;
    }

    /// <summary>An incomplete list must not become an enum, because it would refuse the values that the page does not show.</summary>
    private void WriteAllowed(JsonObject schema, PageParameter parameter, string path)
    {
        if (parameter is not { Allowed: { Shown: { Count: > 0 } shown } allowed, Type: null or { Depth: 0 } })
        {
            return;
        }

        bool addsDefault = IsEmptyDefault(parameter);
        PageValue[] fitting =
        [
            .. shown.Where(value => Fits(parameter.Type, value.Json)).DistinctBy(static value => value.Json.GetRawText()),
        ];
        JsonNode?[] values = [.. (addsDefault ? fitting.Prepend(new PageValue(parameter.Default!.Value)) : fitting).Select(static value => BodyFile.Node(value.Json))];
        if (fitting.Length < shown.Count)
        {
            Remark(
                allowed.Line,
                path,
                "Some of the allowed values are not of the type, or are duplicates, so any value is allowed. Write them as \"enum\"."
            );
        }
        else if (allowed.IsComplete)
        {
            schema["enum"] = new JsonArray(values);
            if (addsDefault)
            {
                Remark(
                    allowed.Line,
                    path,
                    "The default, an empty string, is not in the page's list of allowed values. It is added, because the server uses it."
                );
            }

            if (!addsDefault && EnumNames.Of(parameter, shown) is { } names)
            {
                schema["x-enum-names"] = new JsonArray([.. names.Select(static name => JsonValue.Create(name))]);
            }

            return;
        }
        else if (!allowed.IsCut)
        {
            _remarks.Add(CutLists.Remark(parameter, allowed, path));
        }

        schema["examples"] = new JsonArray(values);
    }

    /// <summary>Limits that refuse the page's own default are not those of the server.</summary>
    private void WriteLimits(JsonObject schema, PageParameter parameter, string path)
    {
        (JsonElement? minimum, JsonElement? maximum) = (parameter.Range?.Minimum, parameter.Range?.Maximum);
        double? standard = Number(parameter.Default);
        if (standard < Number(minimum) || standard > Number(maximum))
        {
            const string text = "The page's default is outside of its limits, so there are none. Write \"minimum\" and \"maximum\".";
            Remark(parameter.Line, path, text);
            return;
        }

        Put(schema, "minimum", minimum);
        Put(schema, "maximum", maximum);
    }

    private static double? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number
            ? double.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    private void WriteDefault(JsonObject schema, PageParameter parameter, string path)
    {
        if (parameter.Default is not { } value)
        {
            return;
        }

        bool isAllowed =
            parameter.Allowed is not { IsComplete: true } allowed || allowed.Shown.Any(other => JsonValues.AreEqual(other.Json, value))
            || IsEmptyDefault(parameter);
        if (isAllowed && (value.ValueKind is JsonValueKind.Null || Fits(parameter.Type, value)))
        {
            schema["default"] = BodyFile.Node(value);
            return;
        }

        Remark(
            parameter.Line,
            path,
            $"The page gives the default {value.GetRawText()}, which {(isAllowed ? $"is not of type {parameter.Type}" : "is not one of its allowed values")}. The default is not used."
        );
    }

    /// <summary>Compares the page's example with the schema, to find contradictions in the page.</summary>
    private void HoldExampleAgainst(ModelPage page)
    {
        if (page.Example is { } example)
        {
            _remarks.AddRange(
                new SchemaJudge(Schema.ToJsonString())
                    .Judge(example.Body)
                    .Select(violation => new PageRemark(example.Line, $"The page's example contradicts the page: {violation}"))
            );
        }
    }

    private void Remark(int line, string path, string text) => _remarks.Add(new PageRemark(line, text) { Parameter = path });

    private static void Put(JsonObject schema, string keyword, string text)
    {
        if (text.Length > 0)
        {
            schema[keyword] = text;
        }
    }

    private static void Put(JsonObject schema, string keyword, JsonElement? value)
    {
        if (value is { } stated)
        {
            schema[keyword] = BodyFile.Node(stated);
        }
    }

    /// <summary>Whether the default is an empty string that the list of allowed values does not repeat.</summary>
    private static bool IsEmptyDefault(PageParameter parameter) =>
        parameter is { Default: { ValueKind: JsonValueKind.String } value, Allowed.Shown: { } shown, Type: { Name: "string", Depth: 0 } }
        && value.ValueEquals("")
        && shown.All(static other => !other.Json.ValueEquals(""));

    private static bool Fits(PageType? type, JsonElement value) =>
        type switch
        {
            null => true,
            { Depth: > 0 } or { Name: "array" } => value.ValueKind is JsonValueKind.Array,
            { Name: "string" } => value.ValueKind is JsonValueKind.String,
            { Name: "boolean" } => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            { Name: "integer" } => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            { Name: "number" } => value.ValueKind is JsonValueKind.Number,
            _ => value.ValueKind is JsonValueKind.Object,
        };
}
