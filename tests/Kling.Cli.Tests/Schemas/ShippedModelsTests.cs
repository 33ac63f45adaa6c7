using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary>Importing the pages of the shipped models gives the shipped schemas, but for what the pages do not say.</summary>
public sealed class ShippedModelsTests
{
    public static TheoryData<string> Slugs => [.. Cli.Shipped.Select(static model => model.Slug)];

    /// <summary>The models whose page is stored as it was copied.</summary>
    public static TheoryData<string> Pages => [.. RealPages.Slugs];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Importing_a_page_reproduces_the_shipped_schema(string slug)
    {
        using var cli = new Cli();
        CliResult result = await cli.RunAsync("import", RealPages.PathOf(slug));
        Assert.Equal(ExitCodes.Ok, result.ExitCode);

        string[] differences = [.. Differences(result.Json(), Shipped(slug), "", WhatPagesCannotTell.OfEveryModel).Order(StringComparer.Ordinal)];

        Assert.Equal(
            WhatPagesCannotTell.OfOneModel.Where(entry => entry.Slug == slug).Select(static entry => entry.Pointer).Order(StringComparer.Ordinal),
            differences);
    }

    [Fact]
    public async Task Keywords_that_no_page_contains_differ_from_the_shipped_schema()
    {
        using var cli = new Cli();
        HashSet<string> different = [];
        foreach (string slug in RealPages.Slugs)
        {
            JsonElement imported = (await cli.RunAsync("import", RealPages.PathOf(slug))).Json();
            different.UnionWith(Differences(imported, Shipped(slug), "", ignored: []).Select(static pointer => pointer.Split('/')[^1]));
        }

        Assert.All(WhatPagesCannotTell.OfEveryModel, keyword => Assert.Contains(keyword, different));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Prose_and_partial_lists_on_a_page_get_a_remark(string slug)
    {
        using var cli = new Cli();
        JsonElement json = (await cli.RunAsync("import", RealPages.PathOf(slug), "--json")).Json();

        foreach ((_, string pointer, WhatPagesCannotTell.Reason reason, string? place) in WhatPagesCannotTell.OfOneModel.Where(entry => entry.Slug == slug))
        {
            string keyword = pointer.Split('/')[^1];
            Assert.Equal(reason is WhatPagesCannotTell.Reason.NotOnThePage, place is null);
            Assert.True(place is null || keyword == "examples" || HasSuggestion(json, place, keyword, Value(Shipped(slug), pointer)), pointer);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_shipped_schema_matches_its_page(string slug)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("diff", RealPages.SchemaOf(slug), RealPages.PathOf(slug), "--json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        string[] ofOtherOrigin = ["x-typical-seconds", "x-typical-cost", "x-cost"];
        string[] expected =
        [
            .. ofOtherOrigin.Where(keyword => Shipped(slug).TryGetProperty(keyword, out _)
                && (WhatPagesCannotTell.OfEveryModel.Contains(keyword) || WhatPagesCannotTell.OfOneModel.Any(entry => entry.Slug == slug && entry.Pointer == "/" + keyword))),
        ];
        Assert.Equal(expected, result.Json().GetProperty("differences").EnumerateArray().Select(static difference => difference.GetProperty("what").GetString()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_imported_schema_follows_the_dialect_and_matches_its_page(string slug)
    {
        using var cli = new Cli();
        string page = RealPages.PathOf(slug);

        _ = await cli.RunAsync("import", page, "--output", slug + ".json");
        CliResult diff = await cli.RunAsync("diff", slug + ".json", page);

        string dialect = File.ReadAllText(Path.Combine(Cli.RepositoryRoot, "schemas", DialectFile.Name));
        Assert.Empty(new SchemaJudge(dialect).Judge(File.ReadAllText(Path.Combine(cli.Folder, slug + ".json"))));
        Assert.Equal(ExitCodes.Ok, diff.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_shipped_file_has_the_layout_that_the_command_writes(string slug)
    {
        string text = File.ReadAllText(RealPages.SchemaOf(slug));

        Assert.Equal(text, SchemaText.Print(JsonNode.Parse(text)!.AsObject()));
    }

    private static JsonElement Shipped(string slug) => JsonElement.Parse(File.ReadAllText(RealPages.SchemaOf(slug)));

    /// <summary>The pointers of the keywords that are there on one side only, or with another value. Order counts where the schema's order does.</summary>
    private static IEnumerable<string> Differences(JsonElement imported, JsonElement shipped, string pointer, IReadOnlyList<string> ignored)
    {
        if (imported.ValueKind is not JsonValueKind.Object || shipped.ValueKind is not JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(imported, shipped) ? [] : [pointer];
        }

        bool areParameters = pointer.EndsWith("/properties", StringComparison.Ordinal);
        string[] names = [.. Names(imported).Union(Names(shipped))];
        IEnumerable<string> order = areParameters && !Names(imported).SequenceEqual(Names(shipped)) ? [pointer] : [];
        return order.Concat(names.SelectMany(name => imported.TryGetProperty(name, out JsonElement left) && shipped.TryGetProperty(name, out JsonElement right)
            ? Differences(left, right, $"{pointer}/{name}", ignored)
            : [$"{pointer}/{name}"]));

        IEnumerable<string> Names(JsonElement schema) =>
            schema.EnumerateObject().Select(static member => member.Name).Where(name => !ignored.Contains(name) || areParameters);
    }

    private static JsonElement Value(JsonElement schema, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(schema, static (place, step) => place.GetProperty(step));

    /// <summary>Whether a remark at the place proposes the very value that the shipped schema has; of references, one of them.</summary>
    private static bool HasSuggestion(JsonElement json, string place, string keyword, JsonElement value)
    {
        string[] proposals = keyword == "x-references"
            ? [.. value.EnumerateArray().Select(static reference => $$"""{ "marker": "{{reference.GetProperty("marker")}}", "list": "{{reference.GetProperty("list")}}" }""")]
            : [$"\"{keyword}\": {value.GetRawText()}"];
        return json.GetProperty("remarks").EnumerateArray().Any(remark =>
            remark.GetProperty("parameter").GetString() == place
            && proposals.Any(proposal => remark.GetProperty("suggestion").GetString()?.Contains(proposal, StringComparison.Ordinal) == true));
    }
}
