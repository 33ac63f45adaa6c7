using System.Text.Json;

namespace Kling.Cli;

/// <summary>An imported schema as JSON.</summary>
internal static class DraftJson
{
    public static void Write(Utf8JsonWriter writer, string slug, SchemaTarget? target, SchemaDraft draft, PageExample? example)
    {
        writer.WriteStartObject();
        writer.WriteString("slug", slug);
        writer.WriteString("file", target?.Path);
        writer.WritePropertyName("schema");
        draft.Schema.WriteTo(writer);
        writer.WritePropertyName("example");
        if (example is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            example.Body.WriteTo(writer);
        }

        RemarkJson.Write(writer, draft.Remarks);
        writer.WriteEndObject();
    }
}
