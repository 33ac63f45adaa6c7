using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>
/// Converts the text of the command line to JSON, by the type of the parameter. Text that does not fit the type stays a string, because
/// only the schema decides whether a value is allowed.
/// </summary>
internal static class ParameterValue
{
    /// <summary>The JSON value of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="texts">What was typed; more than one text for a list that was given item by item, none for a switch.</param>
    /// <param name="option">Where it was typed, for the error.</param>
    /// <exception cref="CliFailure">An object or a list of objects is not written as JSON.</exception>
    public static JsonNode? Of(KlingParameter parameter, IReadOnlyList<string> texts, string option)
    {
        if (parameter.Type is "array")
        {
            return new JsonArray([.. texts.SelectMany(text => Items(parameter.Items, text, option))]);
        }

        return texts.Count == 0 ? JsonValue.Create(true) : One(parameter, texts[^1], option);
    }

    /// <summary>Whether values of the type are written as JSON on the command line.</summary>
    public static bool IsJson(string? type) => type is "object" or "array";

    private static IEnumerable<JsonNode?> Items(KlingParameter? items, string text, string option)
    {
        JsonNode? value = items is null ? Guess(text) : One(items, text, option);
        return value is JsonArray list && items?.Type is not "array" ? [.. list.Select(static item => item?.DeepClone())] : [value];
    }

    private static JsonNode? One(KlingParameter parameter, string text, string option) =>
        parameter.Type switch
        {
            "string" => JsonValue.Create(text),
            "integer" or "number" or "boolean" => Parse(text)
                is { RootElement.ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } literal
                ? Node(literal)
                : JsonValue.Create(text),
            "object" or "array" => Parse(text) is { } json ? Node(json) : throw NotJson(parameter.Type, option),
            _ => parameter.AllowedValues.Any(value => value.ValueKind is JsonValueKind.String && value.GetString() == text)
                ? JsonValue.Create(text)
                : Guess(text),
        };

    private static JsonNode? Guess(string text) => Parse(text) is { } json ? Node(json) : JsonValue.Create(text);

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, BodyFile.Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Node(JsonDocument json)
    {
        using (json)
        {
            return BodyFile.Node(json.RootElement.Clone());
        }
    }

    private static CliFailure NotJson(string type, string option) =>
        new(
            ExitCodes.Usage,
            $"{option} must be JSON. Write {(type is "array" ? "a list: '[…]'" : "an object: '{\"name\": \"value\"}'")}, in quotes for the shell."
        );
}
