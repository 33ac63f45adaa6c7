using System.Reflection;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Changes as a log of SARIF 2.1.0, which code scanning services read. The location is the new file's; the old one is related.
/// </summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private static string? Version =>
        typeof(SarifLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SchemaChange> changes)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (SchemaChange change in changes)
        {
            WriteResult(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "kling breaking");
        writer.WriteString("version", Version);
        writer.WriteStartArray("rules");
        foreach (ChangeRule rule in ChangeRules.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.Description);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteString("class", rule.ClassName);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, SchemaChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", change.Rule.Id);
        writer.WriteNumber("ruleIndex", ChangeRules.All.TakeWhile(rule => rule != change.Rule).Count());
        writer.WriteString("level", Level(change.Rule));
        WriteText(writer, "message", change.Message);
        writer.WriteStartArray("locations");
        WriteLocation(writer, (change.New ?? change.Old)!, id: null);
        writer.WriteEndArray();
        if (change is { New: not null, Old: { } old })
        {
            writer.WriteStartArray("relatedLocations");
            WriteLocation(writer, old, id: 1);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, ChangePlace place, int? id)
    {
        writer.WriteStartObject();
        if (id is { } number)
        {
            writer.WriteNumber("id", number);
            WriteText(writer, "message", "The old version.");
        }

        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Uri(place.File));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", place.Line);
        writer.WriteNumber("startColumn", place.Column);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName", place.Pointer.Length == 0 ? "/" : place.Pointer);
        writer.WriteString("kind", "member");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The path as a URI reference. A file of a revision is no path: its colon is escaped.</summary>
    private static string Uri(string file) =>
        Path.IsPathFullyQualified(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(ChangeRule rule) => rule.IsBreaking ? "error" : "note";
}
