namespace Kling.Emulator;

/// <summary>
/// Finds the schema files that a build would find: the patterns and exclusions are those of <c>Kling.Generated.props</c> and of the SDK.
/// </summary>
internal static class SchemaFiles
{
    private const string Folder = "kling-schemas";

    /// <summary>The files of a folder and its subfolders, in the ordinal order of their paths.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<string> Of(string folder)
    {
        List<string> files = [];
        bool isProject = Directory.EnumerateFiles(folder, "*.csproj").Any();
        Collect(folder, takesAll: !isProject, isProject, trail: [], files);
        return [.. files.OrderBy(static file => file.Replace('\\', '/'), StringComparer.Ordinal)];
    }

    /// <param name="folder">The folder.</param>
    /// <param name="takesAll">Whether every <c>*.json</c> is a schema file, and not only <c>*.kling.json</c>.</param>
    /// <param name="isProject">Whether the folder has a project file: its output is ignored, and all of <c>kling-schemas</c> is
    /// included.</param>
    /// <param name="trail">The folders above, with their links resolved.</param>
    /// <param name="files">Takes the files.</param>
    private static void Collect(string folder, bool takesAll, bool isProject, string[] trail, List<string> files)
    {
        string real = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
        if (trail.Contains(real))
        {
            return;
        }

        files.AddRange(Directory.EnumerateFiles(folder, takesAll ? "*.json" : "*.kling.json").Where(IsModel));
        foreach (string below in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(below);
            if (!name.StartsWith('.') && !(isProject && name is "bin" or "obj"))
            {
                Collect(below, takesAll || (isProject && name == Folder), isProject: false, [.. trail, real], files);
            }
        }
    }

    private static bool IsModel(string file) => !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);
}
