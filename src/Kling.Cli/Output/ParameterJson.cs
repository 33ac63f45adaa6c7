using System.Text.Json;

namespace Kling.Cli;

/// <summary>Parameters as JSON, with values and limits as in the schema.</summary>
internal static class ParameterJson
{
    public static void Write(Utf8JsonWriter writer, KlingParameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("type", parameter.Type);
        writer.WriteString("format", parameter.Format);
        writer.WriteBoolean("required", parameter.IsRequired);
        writer.WriteBoolean("deprecated", parameter.IsDeprecated);
        writer.WriteString("description", parameter.Description);
        if (parameter.Default is { } value)
        {
            writer.WritePropertyName("default");
            value.WriteTo(writer);
        }

        writer.WriteStartArray("allowed_values");
        foreach (JsonElement allowed in parameter.AllowedValues)
        {
            allowed.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("limits");
        foreach ((string keyword, JsonElement limit) in parameter.Limits)
        {
            writer.WritePropertyName(keyword);
            limit.WriteTo(writer);
        }

        writer.WriteEndObject();
        WriteParts(writer, parameter);
        writer.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter writer, KlingParameter parameter)
    {
        if (parameter.Items is { } items)
        {
            writer.WritePropertyName("items");
            Write(writer, items);
        }

        writer.WriteStartArray("properties");
        foreach (KlingParameter property in parameter.Properties)
        {
            Write(writer, property);
        }

        writer.WriteEndArray();
    }
}
