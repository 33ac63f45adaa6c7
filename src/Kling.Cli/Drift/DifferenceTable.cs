using System.Text.Json;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>Shows differences to a person and to a script.</summary>
internal static class DifferenceTable
{
    public static void Show(IReadOnlyList<Difference> differences, Screen screen, string other = "page")
    {
        if (differences.Count == 0)
        {
            return;
        }

        var table = new Table();
        foreach (string heading in (string[])["", "parameter", "what", "schema", other])
        {
            table.AddColumn(new TableColumn(PlainText.Cell(heading)));
        }

        foreach (Difference difference in differences)
        {
            table.AddRow([
                .. new[]
                {
                    difference.IsWritten ? "written" : difference.IsDrift ? "drift" : "note",
                    difference.Parameter,
                    difference.What,
                    difference.Schema,
                    difference.Page,
                }.Select(PlainText.Cell),
            ]);
        }

        screen.Table(table);
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Difference> differences)
    {
        writer.WriteStartArray("differences");
        foreach (Difference difference in differences)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("drift", difference.IsDrift);
            writer.WriteString("parameter", difference.Parameter);
            writer.WriteString("what", difference.What);
            writer.WriteString("schema", difference.Schema);
            writer.WriteString("page", difference.Page);
            if (difference.IsWritten)
            {
                writer.WriteBoolean("written", true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
