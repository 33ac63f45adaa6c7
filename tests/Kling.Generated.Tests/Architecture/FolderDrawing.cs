using Kling.Tests.Models;

namespace Kling.Tests.Architecture;

/// <summary>The table of the runtime's folders in CONTRIBUTING.md: one row per folder, from bottom to top, with the folders that it may use.</summary>
internal sealed record FolderDrawing(IReadOnlyList<string> Folders, IReadOnlySet<(string From, string To)> Edges)
{
    private const string Head = "| folder | contains | uses |";

    public static FolderDrawing Read()
    {
        string text = File.ReadAllText(Path.Combine(Shipped.RepositoryRoot, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        string[][] rows =
        [
            .. text.Split('\n')
                .SkipWhile(static line => line != Head)
                .Skip(2)
                .TakeWhile(static line => line.StartsWith('|'))
                .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()),
        ];
        return new FolderDrawing(
            [.. rows.Select(static row => Name(row[0]))],
            rows.SelectMany(static row => row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(used => (Name(row[0]), Name(used)))).ToHashSet());
    }

    private static string Name(string cell) => cell.Trim('`').TrimEnd('/');
}
