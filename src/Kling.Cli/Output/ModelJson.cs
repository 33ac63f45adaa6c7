using System.Text.Json;

namespace Kling.Cli;

/// <summary>Models as JSON.</summary>
internal static class ModelJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<KlingModel> models)
    {
        writer.WriteStartArray();
        foreach (KlingModel model in models)
        {
            Write(writer, model);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, KlingModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("slug", model.Slug);
        writer.WriteString("title", model.Title);
        writer.WriteString("description", model.Description);
        writer.WriteString("output", model.Output.ToString().ToLowerInvariant());
        writer.WriteString("status", ModelTable.Status(model));
        writer.WriteBoolean("deprecated", model.IsDeprecated);
        writer.WriteBoolean("retired", model.IsRetired);
        WriteReplacement(writer, model.ReplacedBy);
        WriteNumber(writer, "typical_seconds", (decimal?)model.TypicalDuration?.TotalSeconds);
        WriteNumber(writer, "typical_cost_usd", model.TypicalCost);
        CostText.Write(writer, model.Cost);
        writer.WriteString("source", model.Source);
        writer.WriteStartArray("parameters");
        foreach (KlingParameter parameter in model.Parameters)
        {
            ParameterJson.Write(writer, parameter);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReplacement(Utf8JsonWriter writer, KlingReplacement? replacement)
    {
        if (replacement is null)
        {
            writer.WriteNull("replaced_by");
            return;
        }

        writer.WriteStartObject("replaced_by");
        writer.WriteString("slug", replacement.Slug);
        writer.WriteStartArray("parameters");
        foreach (KlingReplacedParameter parameter in replacement.Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("successor", parameter.Successor);
            writer.WriteStartObject("values");
            foreach ((string value, JsonElement other) in parameter.Values)
            {
                writer.WritePropertyName(value);
                other.WriteTo(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A number, or null if it is not known.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
