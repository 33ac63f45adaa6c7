using System.Reflection;

namespace Kling.Tests.Architecture;

/// <summary>A table of folders in CONTRIBUTING.md: one row per folder, from bottom to top, with the folders that it may use.</summary>
internal sealed record FolderDrawing(IReadOnlyList<string> Folders, IReadOnlySet<(string From, string To)> Edges)
{
    private static readonly string Root =
        typeof(FolderDrawing).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The edges that do not lead up in the table, or to a folder that is not in it.</summary>
    public IEnumerable<(string From, string To)> Wrong
    {
        get
        {
            var row = Folders.Select(static (name, number) => (name, number)).ToDictionary(static entry => entry.name, static entry => entry.number);
            return Edges.Where(edge => !row.TryGetValue(edge.To, out int used) || used >= row[edge.From]);
        }
    }

    /// <summary>Reads the table whose first column has a name.</summary>
    public static FolderDrawing Read(string column)
    {
        string head = $"| {column} | contains | uses |";
        string text = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        string[][] rows =
        [
            .. text.Split('\n')
                .SkipWhile(line => line != head)
                .Skip(2)
                .TakeWhile(static line => line.StartsWith('|'))
                .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()),
        ];
        return new FolderDrawing(
            [.. rows.Select(static row => Name(row[0]))],
            rows.SelectMany(static row => row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(used => (Name(row[0]), Name(used)))).ToHashSet());
    }

    /// <summary>The C# files below a folder of the repository, by their path from there.</summary>
    public static Dictionary<string, string> Sources(string folder)
    {
        string root = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .Where(static source => source.Path.Split('/')[0] is not ("bin" or "obj"))
            .ToDictionary(static source => source.Path, static source => File.ReadAllText(source.File), StringComparer.Ordinal);
    }

    private static string Name(string cell) => cell.Trim('`').TrimEnd('/');
}
