using System.Text.Json;

namespace Kling.Cli;

/// <summary>Remarks on a page as JSON.</summary>
internal static class RemarkJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<PageRemark> remarks)
    {
        writer.WriteStartArray("remarks");
        foreach (PageRemark remark in remarks)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", remark.Line);
            writer.WriteString("parameter", remark.Parameter);
            writer.WriteString("message", remark.Text);
            writer.WriteString("suggestion", remark.Suggestion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
