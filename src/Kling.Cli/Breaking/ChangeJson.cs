using System.Text.Json;

namespace Kling.Cli;

/// <summary>Changes as the JSON of <c>kling breaking --json</c>.</summary>
internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SchemaChange> changes)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("breaking", changes.Any(static change => change.Rule.IsBreaking));
        writer.WriteStartArray("changes");
        foreach (SchemaChange change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", change.Rule.Id);
            writer.WriteString("class", change.Rule.ClassName);
            writer.WriteBoolean("breaking", change.Rule.IsBreaking);
            writer.WriteString("parameter", change.Parameter);
            writer.WriteString("what", change.What);
            WriteSide(writer, "old", change.OldText, change.Old);
            WriteSide(writer, "new", change.NewText, change.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, string text, ChangePlace? place)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        if (place is not null)
        {
            writer.WriteString("file", place.File);
            writer.WriteNumber("line", place.Line);
            writer.WriteNumber("column", place.Column);
            writer.WriteString("pointer", place.Pointer);
        }

        writer.WriteEndObject();
    }
}
