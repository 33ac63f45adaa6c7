namespace Kling.Tests.Architecture;

/// <summary>A file of one folder that uses a type of another.</summary>
internal sealed record FolderUse(string From, string To, string File, string Type)
{
    /// <summary>Finds the uses in code: named types, and the types of called or accessed members. Documentation and <c>nameof</c> do not count.</summary>
    /// <param name="sources">The files by their path, which begins with the folder. Files without a folder do not count.</param>
    public static IReadOnlyList<FolderUse> Find(IReadOnlyDictionary<string, string> sources) => Place(FileUse.Find(sources), static path => path);

    /// <summary>Groups the files of uses that are already known into other folders, without compiling them again.</summary>
    /// <param name="uses">The uses of one file by another.</param>
    /// <param name="place">From a file's path to the path whose first part is the folder.</param>
    public static IReadOnlyList<FolderUse> Place(IEnumerable<FileUse> uses, Func<string, string> place) =>
    [
        .. uses.Select(use => new FolderUse(Folder(place(use.File)), Folder(place(use.Used)), use.File, use.Type))
            .Where(static use => use.From.Length > 0 && use.To.Length > 0 && use.To != use.From)
            .Distinct(),
    ];

    public override string ToString() => $"{From}/ uses {To}/: {File} uses {Type}";

    private static string Folder(string path) => path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : "";
}
