using System.Text;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Schema;
using JsonNode = Kling.SourceGenerator.Schema.JsonNode;

namespace Kling.Cli;

/// <summary>
/// Puts what is certain in the catalogue into the text of a schema file. Everything else in the file stays as it is, to the last space.
/// Nothing is removed: that the catalogue does not list a parameter does not mean that the server refuses it.
/// </summary>
internal static class SchemaFileEdit
{
    private const string Properties = "properties";

    /// <summary>Writes what it can of the differences.</summary>
    /// <returns>The differences; those that are written are marked.</returns>
    public static IReadOnlyList<Difference> Apply(IReadOnlyList<Difference> differences, CatalogueEntry entry, string path, CliHost host)
    {
        (string text, Encoding encoding) = Read(path);
        string edited = text;
        List<Difference> result = [];
        JsonObject added = SchemaDraft.Of(CatalogueDraft.PageOf(entry), slug: null).Schema;
        foreach (Difference difference in differences)
        {
            string? next = difference.IsDrift ? With(edited, difference, added, host.ShortPath(path)) : null;
            result.Add(next is null ? difference : difference with { IsDrift = false, IsWritten = true });
            edited = next ?? edited;
        }

        if (edited != text)
        {
            using var file = new StreamWriter(path, append: false, encoding);
            file.Write(edited);
        }

        return result;
    }

    /// <summary>The text with one of the differences gone; <see langword="null"/> if that is not possible.</summary>
    private static string? With(string text, Difference difference, JsonObject added, string file)
    {
        var format = new FileFormat(text);
        JsonNode root = ComparedSchema.Read(file, text).Raw;
        string? edited = difference switch
        {
            { What: "x-retired" } => Set(format, root, "x-retired", difference.Page),
            { What: "x-output" } => Set(format, root, "x-output", $"\"{difference.Page}\""),
            { What: "parameter", Schema: SchemaDrift.Missing } when root[Properties] is { IsObject: true } properties =>
                Add(format, properties, difference.Parameter, added[Properties]![difference.Parameter]!),
            _ => null,
        };
        return edited is not null && IsModel(file, edited) ? edited : null;
    }

    private static string Set(FileFormat format, JsonNode root, string keyword, string value)
    {
        if (root.Member(keyword) is { Value: var old })
        {
            return format.Replace(old.Span, value);
        }

        JsonMember? before =
            root.Members.LastOrDefault(static member => member.Name.StartsWith("x-", StringComparison.Ordinal)) ?? root.Member("type");
        return before is null
            ? format.Append(root, (_, _) => $"\"{keyword}\": {value}")
            : format.InsertAfter(root, before, $"\"{keyword}\": {value}");
    }

    private static string? Add(FileFormat format, JsonNode properties, string name, System.Text.Json.Nodes.JsonNode schema) =>
        properties.Member(name) is null
            ? format.Append(properties, (indent, unit) => SchemaText.Member(name, schema, indent, unit, format.NewLine))
            : null;

    private static bool IsModel(string file, string text)
    {
        try
        {
            _ = ComparedSchema.Read(file, text);
            return true;
        }
        catch (CliFailure)
        {
            return false;
        }
    }

    private static (string Text, Encoding Encoding) Read(string path)
    {
        var withoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var reader = new StreamReader(path, withoutMark, detectEncodingFromByteOrderMarks: true);
        string text = reader.ReadToEnd();
        return (text, reader.CurrentEncoding);
    }
}
