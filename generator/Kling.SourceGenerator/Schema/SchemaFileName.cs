namespace Kling.SourceGenerator.Schema;

/// <summary>What the name of a schema file says.</summary>
internal static class SchemaFileName
{
    private static readonly string[] Endings = [".kling", ".schema"];

    /// <summary>A file's name without its folders and its last ending.</summary>
    public static string Of(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    /// <summary>
    /// The file's name without the endings that mark a schema file: <c>.json</c>, and <c>.kling</c> or <c>.schema</c> before it.
    /// </summary>
    public static string Slug(string path)
    {
        string name = Of(path);
        string? ending = Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return name.Substring(0, name.Length - (ending?.Length ?? 0));
    }
}
