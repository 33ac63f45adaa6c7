using System.Text.Json;

namespace Kling.Cli;

/// <summary>The arguments of a call. The protocol does not check them against the tool's schema.</summary>
internal sealed class ToolArguments
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    private readonly IDictionary<string, JsonElement> _values;

    /// <summary>Takes the arguments of a call.</summary>
    /// <param name="values">The arguments.</param>
    /// <param name="schema">The tool's schema.</param>
    /// <exception cref="CliFailure">There is one that the schema does not have.</exception>
    public ToolArguments(IDictionary<string, JsonElement>? values, JsonElement schema)
    {
        _values = values ?? new Dictionary<string, JsonElement>();
        string[] names = schema.TryGetProperty("properties", out JsonElement properties)
            ? [.. properties.EnumerateObject().Select(static p => p.Name)]
            : [];
        if (_values.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            string allowed = names.Length == 0 ? "The tool has no arguments." : $"Allowed: {string.Join(", ", names)}.";
            throw Wrong(unknown, $"There is no argument '{unknown}'.{Suggestion.For(unknown, names)} {allowed}");
        }
    }

    /// <summary>A required text.</summary>
    public string Text(string name) =>
        OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Wrong(name, $"The argument '{name}' is required: a text.");

    /// <summary>An optional text, or <see langword="null"/>.</summary>
    public string? OptionalText(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : throw Wrong(name, $"The argument '{name}' must be a text.");

    /// <summary>A Boolean value; false if it is not there.</summary>
    public bool Flag(string name) =>
        Find(name)?.ValueKind switch
        {
            null or JsonValueKind.False => false,
            JsonValueKind.True => true,
            _ => throw Wrong(name, $"The argument '{name}' must be true or false."),
        };

    /// <summary>A number. What is out of the range becomes its nearest end.</summary>
    public double Number(string name, double least, double most, double otherwise) =>
        Find(name) is not { } value ? otherwise
        : value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out double number) ? Math.Clamp(number, least, most)
        : throw Wrong(name, FormattableString.Invariant($"The argument '{name}' must be a number from {least} to {most}."));

    /// <summary>An object; empty if it is not there.</summary>
    /// <remarks>Some clients send an object as its text.</remarks>
    public JsonElement Object(string name)
    {
        JsonElement value = Find(name) ?? Empty;
        if (value.ValueKind is JsonValueKind.String)
        {
            value = Parsed(value.GetString()!) ?? value;
        }

        return value.ValueKind is JsonValueKind.Object ? value : throw Wrong(name, $"The argument '{name}' must be a JSON object.");
    }

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CliFailure Wrong(string name, string message) =>
        new(ExitCodes.Usage, message)
        {
            Details = ["/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)],
        };

    private JsonElement? Find(string name) =>
        _values.TryGetValue(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
