namespace Kling.Cli;

/// <summary>
/// The description of the dialect, by which an editor completes and checks a schema file. It is put beside the file, so that neither a
/// checkout nor the network is needed.
/// </summary>
internal static class DialectFile
{
    /// <summary>Its name.</summary>
    public const string Name = "kling-model.schema.json";

    /// <summary>How a schema file in the same folder names it.</summary>
    public const string Reference = "./" + Name;

    /// <summary>Writes it into a folder that has none.</summary>
    /// <returns>Its path, or <see langword="null"/> if one was there.</returns>
    public static string? PutInto(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (File.Exists(path))
        {
            return null;
        }

        using Stream content = typeof(DialectFile).Assembly.GetManifestResourceStream(Name)!;
        using var file = new FileStream(path, FileMode.CreateNew);
        content.CopyTo(file);
        return path;
    }
}
