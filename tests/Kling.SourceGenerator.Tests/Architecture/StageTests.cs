using Kling.Tests.Architecture;

namespace Kling.SourceGenerator.Tests.Architecture;

/// <summary>The generator's stages, and the rooms of the stage that decides, depend on each other as the tables in CONTRIBUTING.md say.</summary>
public sealed class StageTests
{
    private static readonly Dictionary<string, string> Sources = FolderDrawing.Sources("generator/Kling.SourceGenerator");

    // Compiled once: every table is another grouping of the same uses.
    private static readonly Lazy<IReadOnlyList<FileUse>> FileUses = new(static () => FileUse.Find(Sources
        .Concat(FolderDrawing.Sources("src/Kling.Generated/Formats").Select(static source => KeyValuePair.Create("Formats" + source.Key, source.Value)))
        .Append(KeyValuePair.Create("Analyzers/EditDistance.cs", Checkout.Read("src", "Kling.Generated.DependencyInjection", "EditDistance.cs")))
        .ToDictionary(StringComparer.Ordinal), IsStage));

    private static readonly Lazy<IReadOnlyList<FolderUse>> StageUses = new(static () => Find(static path => path));

    private static readonly FolderDrawing Stages = FolderDrawing.Read("stage");
    private static readonly FolderDrawing Rooms = FolderDrawing.Read("room");

    [Fact]
    public void Every_folder_has_a_row_in_the_table_and_every_row_a_folder()
    {
        Assert.Equal(Folders(static path => path).Except(["Analyzers"]), Stages.Folders.Order(StringComparer.Ordinal));
        Assert.Equal(Folders(Room), Rooms.Folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_may_use_only_folders_above_it_in_the_table()
    {
        Assert.Empty(Stages.Wrong);
        Assert.Empty(Rooms.Wrong);
    }

    [Fact]
    public void The_stages_use_only_what_the_table_allows() => AssertDrawn(StageUses.Value, Stages);

    [Fact]
    public void The_folders_of_Binding_use_only_what_the_table_allows() => AssertDrawn(Find(Room), Rooms);

    [Fact]
    public void Only_the_binders_of_values_call_each_other_in_circles()
    {
        ILookup<string, string> uses = Find(static path => path.StartsWith("Binding/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(path) + "/" : path.Replace("/", "", StringComparison.Ordinal))
            .ToLookup(static use => use.From, static use => use.To);
        string[] circles = [.. uses.Select(static file => file.Key).Where(file => Reachable(file, uses).Contains(file)).Order(StringComparer.Ordinal)];

        Assert.Equal(["DefinitionBinder", "ObjectBinder", "PropertyBinder", "UnionBinder", "ValueBinder"], circles);
    }

    [Fact]
    public void Emit_does_not_read_schemas() => Assert.Empty(StageUses.Value
        .Where(static use => use is { From: "Emit", To: "Schema" } and not { Type: "JsonPrinter" or "PlainText" or "ProjectOptions" })
        .Select(static use => use.ToString()));

    [Fact]
    public void Only_emit_and_the_descriptors_of_diagnostics_know_Roslyn() => Assert.Empty(Sources
        .Where(static source => source.Key.Split('/')[0] is "CSharp" or "Schema" or "Model" or "Binding" && source.Value.Contains("CodeAnalysis", StringComparison.Ordinal))
        .Select(static source => source.Key));

    // The analyzers are not a stage: they may use all of them.
    private static bool IsStage(string path) => !path.StartsWith("Analyzers/", StringComparison.Ordinal);

    private static void AssertDrawn(IReadOnlyCollection<FolderUse> uses, FolderDrawing drawing)
    {
        Assert.Empty(uses.Where(use => !drawing.Edges.Contains((use.From, use.To))).Select(static use => use.ToString()));
        Assert.Empty(drawing.Edges.Except(uses.Select(static use => (use.From, use.To))));
    }

    private static IEnumerable<string> Folders(Func<string, string> place) =>
        Sources.Keys.Select(place).Where(static path => path.Contains('/', StringComparison.Ordinal)).Select(static path => path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The room of a file of the binding stage; files beside the rooms count as one. Everything else is in no folder.</summary>
    private static string Room(string path) => path.Split('/') switch
    {
        ["Binding", var file] => "Binding/" + file,
        ["Binding", .. var room] => string.Join('/', room),
        var other => string.Concat(other),
    };

    private static IReadOnlyList<FolderUse> Find(Func<string, string> place) => FolderUse.Place(FileUses.Value, place);

    private static HashSet<string> Reachable(string from, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(uses[from]);
        while (open.TryDequeue(out string? next))
        {
            if (reached.Add(next))
            {
                foreach (string used in uses[next])
                {
                    open.Enqueue(used);
                }
            }
        }

        return reached;
    }
}
