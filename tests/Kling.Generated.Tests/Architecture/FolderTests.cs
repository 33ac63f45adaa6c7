namespace Kling.Tests.Architecture;

/// <summary>The runtime's folders depend on each other as the table in CONTRIBUTING.md says, and in one direction only.</summary>
public sealed class FolderTests
{
    private static readonly Lazy<Dictionary<string, string>> Sources = new(static () => FolderDrawing.Sources("src/Kling.Generated"));

    private static readonly FolderDrawing Drawing = FolderDrawing.Read("folder");

    [Fact]
    public void Every_folder_has_a_row_in_the_table_and_every_row_a_folder() =>
        Assert.Equal(Sources.Value.Keys.Select(static path => path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal), Drawing.Folders.Order(StringComparer.Ordinal));

    [Fact]
    public void A_folder_may_use_only_folders_above_it_in_the_table() => Assert.Empty(Drawing.Wrong);

    [Fact]
    public void The_code_uses_only_what_the_table_allows()
    {
        IReadOnlyList<FolderUse> uses = FolderUse.Find(Sources.Value);

        string unexpected = string.Join("\n", uses.Where(static use => !Drawing.Edges.Contains((use.From, use.To))));
        Assert.True(unexpected.Length == 0, unexpected);
        Assert.Empty(Drawing.Edges.Except(uses.Select(static use => (use.From, use.To))));
    }

    [Theory]
    [InlineData("internal sealed class Upper { private readonly Lower _lower = new(); }", true)]
    [InlineData("internal sealed class Upper { public int Count(string text) => text.Doubled(); }", true)]
    [InlineData("internal sealed class Upper : Lower.INested;", true)]
    [InlineData("/// <summary>See <see cref=\"Lower\"/>.</summary>\ninternal sealed class Upper { public string Name => nameof(Lower); }", false)]
    [InlineData("internal sealed class Upper { public string Name => $\"see {nameof(Lower.INested)}\"; }", false)]
    [InlineData("internal sealed class Upper { public string? Lower { get; set; } }", false)]
    public void Code_counts_as_a_use_and_documentation_and_nameof_do_not(string upper, bool isUse)
    {
        const string Lower = """
            internal sealed class Lower { public interface INested; }
            internal static class Texts { public static int Doubled(this string text) => 2 * text.Length; }
            """;

        IReadOnlyList<FolderUse> uses = FolderUse.Find(new Dictionary<string, string> { ["Low/Lower.cs"] = Lower, ["Up/Upper.cs"] = upper });

        Assert.Equal(isUse ? [("Up", "Low")] : [], uses.Select(static use => (use.From, use.To)));
    }
}
