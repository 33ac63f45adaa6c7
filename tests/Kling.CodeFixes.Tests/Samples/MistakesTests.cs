using System.Globalization;
using System.Text.RegularExpressions;
using Kling.SourceGenerator.Tests;
using Kling.Tests;

namespace Kling.CodeFixes.Tests.Samples;

/// <summary>A user's project with one mistake per rule, as <c>dotnet build</c> tells of it and as the light bulbs repair it.</summary>
public sealed partial class MistakesTests
{
    private static readonly SyntaxFix[] Fixes =
        [.. typeof(SyntaxFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(SyntaxFix)))
            .Select(static type => (SyntaxFix)Activator.CreateInstance(type)!)];

    [Fact]
    public async Task A_build_shows_each_mistake_at_its_column_and_the_fixes_repair_those_that_have_one()
    {
        using var project = new CopiedProject("Acme", Path.Combine("Samples", "Mistakes"));
        string code = await File.ReadAllTextAsync(project.PathOf("Program.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(Marked(code), await BuildAsync(project));

        string repaired = await RepairAsync(code, await File.ReadAllTextAsync(project.PathOf("acme-scene.json"), TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(project.PathOf("Program.cs"), repaired, TestContext.Current.CancellationToken);
        string[] fixable = [.. Fixes.SelectMany(static fix => fix.FixableDiagnosticIds)];
        Assert.Equal(
            Marked(code).Select(static place => place.Split(' ')[0]).Where(id => !fixable.Contains(id)).Order(StringComparer.Ordinal),
            (await BuildAsync(project)).Select(static place => place.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    /// <summary>What the comments in the code say, as <c>id line:column</c>.</summary>
    private static string[] Marked(string code) =>
        [.. code.Split('\n').SelectMany(static (line, index) => Mark().Matches(line).Select(mark => Place(mark.Groups[1].Value, index + 1, mark.Index + mark.Length + 1)))];

    /// <summary>What a build says, in the same form and order.</summary>
    private static async Task<string[]> BuildAsync(CopiedProject project)
    {
        (_, string output) = await project.RunAsync("build", TestContext.Current.CancellationToken);
        string[] lines = [.. output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct()];
        return [.. lines
            .Select(static line => Message().Match(line) is { Success: true } message
                ? (Id: message.Groups[3].Value, Line: Number(message.Groups[1]), Column: Number(message.Groups[2]))
                : throw new InvalidOperationException(line))
            .OrderBy(static place => place.Line).ThenBy(static place => place.Column)
            .Select(static place => Place(place.Id, place.Line, place.Column))];
    }

    private static async Task<string> RepairAsync(string code, string schema)
    {
        foreach (SyntaxFix fix in Fixes)
        {
            using var project = UserProject.Of("global using System;\nglobal using System.Threading.Tasks;\n" + code, new InMemoryFile("/acme-scene.json", schema));
            code = (await Repair.OneByOneAsync(fix, project)).Split('\n', 3)[2];
        }

        return code;
    }

    private static string Place(string id, int line, int column) => string.Create(CultureInfo.InvariantCulture, $"{id} {line}:{column}");

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/\*(KLING\d+)\*/")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\((\d+),(\d+)\): (?:error|warning) (\w+):")]
    private static partial Regex Message();
}
