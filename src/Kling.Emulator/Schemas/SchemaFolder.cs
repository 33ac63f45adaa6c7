using System.Text;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// The models of a folder of schema files. A new <c>&lt;slug&gt;.json</c> in it is a new model, with no code. Files named
/// <c>*.schema.json</c> describe the dialect and are no models.
/// </summary>
public sealed class SchemaFolder
{
    private SchemaFolder(IReadOnlyList<KlingModel> models, IReadOnlyList<SchemaFileError> errors)
    {
        Models = models;
        Errors = errors;
    }

    /// <summary>The models, in the ordinal order of their files.</summary>
    public IReadOnlyList<KlingModel> Models { get; }

    /// <summary>The files that give no model, each with the place of its fault. They do not keep the others from loading.</summary>
    public IReadOnlyList<SchemaFileError> Errors { get; }

    /// <summary>Reads every schema file of a folder, not of its subfolders.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SchemaFolder Load(string path)
    {
        List<KlingModel> models = [];
        List<SchemaFileError> errors = [];
        foreach (string file in Directory.EnumerateFiles(path, "*.json").Where(IsModel).Order(StringComparer.Ordinal))
        {
            string text = "";
            try
            {
                text = File.ReadAllText(file);
                models.Add(Read(file, text, models));
            }
            catch (JsonException e)
            {
                errors.Add(At(file, text, e));
            }
            catch (Exception e) when (e is NotSupportedException or IOException or UnauthorizedAccessException)
            {
                errors.Add(new SchemaFileError(file, 1, 1, e.Message));
            }
        }

        return new SchemaFolder(models, errors);
    }

    private static bool IsModel(string file) => !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);

    private static KlingModel Read(string file, string text, List<KlingModel> others)
    {
        using var document = JsonDocument.Parse(text);
        string schema = document.RootElement.GetRawText();

        // Making the judge now shows what it cannot judge before the first request does.
        _ = new SchemaJudge(schema);
        string slug = Slug(document.RootElement) ?? FileSlug(file);
        return others.Exists(other => other.Slug == slug)
            ? throw new NotSupportedException($"An earlier file has the slug '{slug}' too. Give this one another x-slug or name.")
            : KlingModel.FromSchema(slug, schema);
    }

    // As the generator takes it: a project marks its schema files with ".kling".
    private static string FileSlug(string file) =>
        Path.GetFileNameWithoutExtension(file) is var name && name.EndsWith(".kling", StringComparison.OrdinalIgnoreCase) ? name[..^".kling".Length] : name;

    private static string? Slug(JsonElement schema) =>
        !schema.TryGetProperty("x-slug", out JsonElement slug) ? null
        : slug.ValueKind is JsonValueKind.String && slug.GetString() is { Length: > 0 } text && !text.Any(char.IsWhiteSpace) ? text
        : throw new NotSupportedException("x-slug takes a text without white space.");

    // The parser counts lines from 0 and bytes of UTF-8; people and editors count from 1 and in UTF-16.
    private static SchemaFileError At(string file, string text, JsonException exception)
    {
        int line = (int)(exception.LineNumber ?? 0);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        int column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length)));
        int place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new SchemaFileError(file, line + 1, column + 1, place < 0 ? exception.Message : exception.Message[..place]);
    }
}
