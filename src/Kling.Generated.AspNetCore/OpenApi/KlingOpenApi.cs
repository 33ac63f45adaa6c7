using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>
/// The schemas of request types for an OpenAPI document. <c>AddKlingOpenApi</c>, which is compiled into projects that use
/// Microsoft.AspNetCore.OpenApi or Swashbuckle, calls it.
/// </summary>
public static class KlingOpenApi
{
    private const string Components = "#/components/schemas/";

    /// <summary>
    /// Returns the schema of a request type as an OpenAPI 3.1 document needs it: its definitions are components of their own, and each
    /// <c>$ref</c> leads there.
    /// </summary>
    /// <param name="requestType">A type.</param>
    /// <param name="models">The models to look in; <see langword="null"/> for the shipped ones.</param>
    /// <returns>
    /// JSON schemas by the names of components: first the request's own, under the name of the type, then its definitions. Empty if the type is
    /// not a model's request type.
    /// </returns>
    public static IReadOnlyList<KeyValuePair<string, string>> SchemasOf(Type requestType, IEnumerable<KlingModel>? models = null)
    {
        ArgumentNullException.ThrowIfNull(requestType);
        return (models ?? Models.KlingModels.All).FirstOrDefault(model => model.RequestType == requestType) is { } model
            ? [.. Schemas(model, requestType.Name)]
            : [];
    }

    private static IEnumerable<KeyValuePair<string, string>> Schemas(KlingModel model, string name)
    {
        JsonObject schema = JsonNode.Parse(model.JsonSchema.GetRawText())!.AsObject();
        var definitions = schema["$defs"] as JsonObject;
        _ = schema.Remove("$defs");
        _ = schema.Remove("$schema");
        _ = schema.Remove("$id");
        Redirect(schema, name);
        yield return KeyValuePair.Create(name, schema.ToJsonString());
        foreach ((string definition, JsonNode? node) in definitions ?? [])
        {
            Redirect(node, name);
            yield return KeyValuePair.Create(Component(name, definition), node?.ToJsonString() ?? "{}");
        }
    }

    /// <summary>Lets references lead to the components of the document.</summary>
    private static void Redirect(JsonNode? node, string name)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Redirect(item, name);
            }
        }
        else if (node is JsonObject members)
        {
            if (members["$ref"] is JsonValue reference && reference.GetValueKind() is JsonValueKind.String)
            {
                members["$ref"] = Target(reference.GetValue<string>(), name);
            }

            foreach ((string member, JsonNode? value) in members.ToArray())
            {
                // Instances are data: a member '$ref' in them is none.
                if (member is not ("default" or "const" or "enum" or "examples"))
                {
                    Redirect(value, name);
                }
            }
        }
    }

    private static string Target(string reference, string name)
    {
        const string Definitions = "#/$defs/";
        if (!reference.StartsWith(Definitions, StringComparison.Ordinal))
        {
            return reference == "#" ? Components + name : Components + name + reference[1..];
        }

        string path = reference[Definitions.Length..];
        int end = path.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? Components + Component(name, path) : Components + Component(name, path[..end]) + path[end..];
    }

    // Names of components have letters, digits, '.', '-' and '_'.
    private static string Component(string name, string definition) =>
        name + "_" + string.Concat(definition.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
}
