using System.Globalization;
using System.Text;
using System.Text.Json;
using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;

namespace Kling;

/// <summary>A valid request as C#: what a person would write to send it.</summary>
internal sealed class RequestCode
{
    private const string Step = "    ";

    private readonly RequestModel _model;
    private readonly JsonElement _body;

    private RequestCode(RequestModel model, JsonElement body) => (_model, _body) = (model, body);

    /// <summary>As an object initializer.</summary>
    public static string Initializer(RequestModel model, JsonElement body)
    {
        var code = new RequestCode(model, body);
        return code.Program($"new {model.Request.TypeName}{code.Members(model.Request, body, "")}");
    }

    /// <summary>As calls of the builder.</summary>
    public static string Builder(RequestModel model, JsonElement body) =>
        new RequestCode(model, body).Program(new RequestCode(model, body).Steps());

    private string Program(string request)
    {
        // A using too many, for a text that looks like code, does no harm.
        string[] usings =
        [
            .. request.Contains("JsonDocument.", StringComparison.Ordinal) ? ["using System.Text.Json;"] : (string[])[],
            .. request.Contains("JsonNode.", StringComparison.Ordinal) || request.Contains("JsonObject", StringComparison.Ordinal)
                ? ["using System.Text.Json.Nodes;"]
                : (string[])[],
            "using Kling;",
            .. _model.Namespace == "Kling" ? (string[])[] : [$"using {_model.Namespace};"],
        ];
        return $"""
            {string.Join('\n', usings)}

            using var client = new KlingClient();   // the API key is in SEGMIND_API_KEY
            var request = {request};
            KlingResult result = await client.RunAsync(request);
            """;
    }

    private string Steps()
    {
        PropertyModel[] required =
        [
            .. _model.Request.Properties.Where(static property => property is { IsRequired: true, HasOnlyValue: false }),
        ];
        string arguments = string.Join(
            ", ",
            required.Select(property => Expression(property.Value, _body.GetProperty(property.WireName), Step))
        );
        var code = new StringBuilder($"{_model.Request.TypeName}.CreateBuilder({arguments})");
        foreach (JsonProperty member in _body.EnumerateObject())
        {
            PropertyModel? property = Find(_model.Request, member.Name);
            if (property is { HasOnlyValue: true } || required.Contains(property))
            {
                continue;
            }

            _ = property is null
                ? code.Append(
                    CultureInfo.InvariantCulture,
                    $"\n{Step}.WithAdditionalParameter({Literals.String(member.Name)}, {Node(member.Value)})"
                )
                : code.Append(
                    CultureInfo.InvariantCulture,
                    $"\n{Step}.With{property.Name}({Expression(property.Value, member.Value, Step)})"
                );
        }

        return code.Append(CultureInfo.InvariantCulture, $"\n{Step}.Build()").ToString();
    }

    private string Members(ObjectModel record, JsonElement body, string indent)
    {
        string inner = indent + Step;
        var members = new StringBuilder();
        List<JsonProperty> additional = [];
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (Find(record, member.Name) is not { } property)
            {
                additional.Add(member);
            }
            else if (!property.HasOnlyValue)
            {
                _ = members.Append(
                    CultureInfo.InvariantCulture,
                    $"{inner}{property.Name} = {Expression(property.Value, member.Value, inner)},\n"
                );
            }
        }

        if (additional.Count > 0)
        {
            IEnumerable<string> entries = additional.Select(member => $"[{Literals.String(member.Name)}] = {Node(member.Value)}");
            _ = members.Append(
                CultureInfo.InvariantCulture,
                $"{inner}AdditionalParameters = new JsonObject {{ {string.Join(", ", entries)} }},\n"
            );
        }

        string text = members.ToString();
        return text.Length == 0 ? "()" : $"\n{indent}{{\n{text}{indent}}}";
    }

    private string Expression(ValueModel value, JsonElement json, string indent)
    {
        if (json.ValueKind is JsonValueKind.Null && value is not JsonModel)
        {
            return "null";
        }

        return value switch
        {
            StringModel => Literals.String(json.GetString()!),
            UriModel => $"new Uri({Literals.String(json.GetString()!)})",
            BooleanModel => json.GetBoolean() ? "true" : "false",
            IntegerModel => Integer(json),
            NumberModel => Number(json),
            EnumValueModel closed => $"{closed.Enum.TypeName}.{Member(closed.Enum, json).Name}",
            ObjectValueModel record => $"new {record.TypeName}{Members(Find(record), json, indent)}",
            ListModel list => List(list, json, indent),
            JsonObjectModel => Node(json),
            UnionValueModel union => Union(union, json, indent),
            _ => $"JsonDocument.Parse({Raw(json)}).RootElement",
        };
    }

    private string List(ListModel list, JsonElement json, string indent)
    {
        string inner = indent + Step;
        string[] items = [.. json.EnumerateArray().Select(item => Expression(list.Item, item, inner))];
        return items.Any(static item => item.Contains('\n', StringComparison.Ordinal))
            ? $"\n{indent}[\n{string.Concat(items.Select(item => $"{inner}{item},\n"))}{indent}]"
            : $"[{string.Join(", ", items)}]";
    }

    /// <summary>The first case that takes the JSON. A value converts to its union by itself; a list needs its own type for that.</summary>
    private string Union(UnionValueModel union, JsonElement json, string indent)
    {
        foreach (UnionCaseModel option in _model.Unions.First(known => known.TypeName == union.TypeName).Cases)
        {
            if (Fits(option.Value, json))
            {
                string expression = Expression(option.Value, json, indent);
                return option.Value is ListModel list
                    ? $"({CSharpType.Of(list).Replace("global::Kling.", "", StringComparison.Ordinal)}){expression.TrimStart()}"
                    : expression;
            }
        }

        return $"JsonDocument.Parse({Raw(json)}).RootElement";
    }

    private bool Fits(ValueModel value, JsonElement json) =>
        value switch
        {
            StringModel or UriModel => json.ValueKind is JsonValueKind.String,
            BooleanModel => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            IntegerModel => json.ValueKind is JsonValueKind.Number && json.TryGetInt64(out _),
            NumberModel => json.ValueKind is JsonValueKind.Number,
            EnumValueModel closed => closed.Enum.Members.Any(member => Is(closed.Enum, member, json)),
            ObjectValueModel record => json.ValueKind is JsonValueKind.Object
                && Find(record).Properties.All(property => !property.IsRequired || json.TryGetProperty(property.WireName, out _)),
            JsonObjectModel => json.ValueKind is JsonValueKind.Object,
            ListModel list => json.ValueKind is JsonValueKind.Array && json.EnumerateArray().All(item => Fits(list.Item, item)),
            UnionValueModel union => _model
                .Unions.First(known => known.TypeName == union.TypeName)
                .Cases.Any(option => Fits(option.Value, json)),
            _ => true,
        };

    private ObjectModel Find(ObjectValueModel record) => _model.Objects.First(known => known.TypeName == record.TypeName);

    private static PropertyModel? Find(ObjectModel record, string name) =>
        record.Properties.FirstOrDefault(property => property.WireName == name);

    private static EnumMemberModel Member(EnumModel closed, JsonElement json) => closed.Members.First(member => Is(closed, member, json));

    private static bool Is(EnumModel closed, EnumMemberModel member, JsonElement json)
    {
        if (closed.Kind is EnumKind.String)
        {
            return json.ValueKind is JsonValueKind.String && json.GetString() == member.Wire;
        }

        using var wire = JsonDocument.Parse(member.Wire);
        return JsonElement.DeepEquals(wire.RootElement, json);
    }

    private static string Integer(JsonElement json) =>
        json.TryGetInt64(out long value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : json.GetDouble().ToString("F0", CultureInfo.InvariantCulture);

    // A token of JSON is one of C#, too, but an integer may be too large for C# without a suffix.
    private static string Number(JsonElement json) =>
        json.TryGetInt32(out _)
            ? json.GetRawText()
            : json.GetRawText() + (json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "" : "D");

    private static string Node(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => Literals.String(json.GetString()!),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => "null",
            JsonValueKind.Number => Number(json),
            JsonValueKind.Object => $"JsonNode.Parse({Raw(json)})!.AsObject()",
            _ => $"JsonNode.Parse({Raw(json)})",
        };

    private static string Raw(JsonElement json) => Literals.String(JsonSerializer.Serialize(json, WebJson.Context.JsonElement));
}
