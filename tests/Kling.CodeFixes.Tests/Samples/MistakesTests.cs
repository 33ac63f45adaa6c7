using System.Globalization;
using System.Text.RegularExpressions;
using Kling.SourceGenerator.Analyzers;
using Kling.SourceGenerator.Tests;
using Kling.Tests;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes.Tests.Samples;

/// <summary>A user's project with one mistake per rule, as <c>dotnet build</c> tells of it and as the light bulbs repair it.</summary>
public sealed partial class MistakesTests
{
    private static readonly SyntaxFix[] Fixes =
        [.. typeof(SyntaxFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(SyntaxFix)))
            .Select(static type => (SyntaxFix)Activator.CreateInstance(type)!)];

    /// <summary>The rules that a build tells of: it does not print suggestions.</summary>
    private static readonly string[] Rules =
        [.. new KlingAnalyzer().SupportedDiagnostics.Where(static descriptor => descriptor.DefaultSeverity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning).Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    /// <summary>What the SDK imports by itself in the built project, and nobody in the editor's.</summary>
    private const string Usings = "global using System;\nglobal using System.Threading.Tasks;\n";

    [Fact]
    public async Task A_build_shows_each_mistake_at_its_column_and_the_fixes_repair_those_that_have_one()
    {
        using var project = new CopiedProject("Acme", Path.Combine("Samples", "Mistakes"));
        string code = await ReadAsync(project, "Program.cs");
        Mistake[] expected =
        [
            .. Marked("Program.cs", code),
            .. Marked("acme-gone.json", await ReadAsync(project, "acme-gone.json")),
            .. Marked("acme-taken.json", await ReadAsync(project, "acme-taken.json")),
        ];
        Assert.Equal(Rules, expected.Select(static mistake => mistake.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Sorted(expected), await BuildAsync(project));

        Assert.Equal(Rules.Except(Fixes.SelectMany(static fix => fix.FixableDiagnosticIds)), await RepairAsync(Usings + code, project));
    }

    /// <summary>What the comments say: each stands right before the place of a mistake.</summary>
    private static IEnumerable<Mistake> Marked(string file, string text) => text.Split('\n').SelectMany(
        (line, index) => Mark().Matches(line).Select(mark => new Mistake(file, index + 1, mark.Index + mark.Length + 1, mark.Groups[1].Value)));

    private static async Task<IEnumerable<Mistake>> BuildAsync(CopiedProject project)
    {
        (_, string output) = await project.RunAsync("build", TestContext.Current.CancellationToken);
        string[] lines = [.. output.Split('\n').Where(static line => Problem().IsMatch(line)).Select(static line => line.Trim()).Distinct()];
        return Sorted(lines.Select(static line => Message().Match(line) is { Success: true } message
            ? new Mistake(Path.GetFileName(message.Groups[1].Value), Number(message.Groups[2]), Number(message.Groups[3]), message.Groups[4].Value)
            : throw new InvalidOperationException(line)));
    }

    private static IEnumerable<Mistake> Sorted(IEnumerable<Mistake> mistakes) =>
        mistakes.OrderBy(static mistake => mistake.File, StringComparer.Ordinal).ThenBy(static mistake => mistake.Line).ThenBy(static mistake => mistake.Column);

    /// <summary>Uses every light bulb, and gives the ids of the errors and warnings that are left.</summary>
    private static async Task<IEnumerable<string>> RepairAsync(string code, CopiedProject project)
    {
        string[] schemas = ["acme-gone.json", "acme-old.json", "acme-scene.json", "acme-taken.json"];
        InMemoryFile[] files = await Task.WhenAll(schemas.Select(async name => new InMemoryFile("/" + name, await ReadAsync(project, name))));
        using var editor = UserProject.Of(code, files);
        foreach (SyntaxFix fix in Fixes)
        {
            await Repair.OneByOneAsync(fix, editor);
        }

        return (await editor.DiagnosticsAsync())
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.Id)
            .Order(StringComparer.Ordinal);
    }

    private static Task<string> ReadAsync(CopiedProject project, string file) => File.ReadAllTextAsync(project.PathOf(file), TestContext.Current.CancellationToken);

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""/\*(KLING\d+)\*/|"\$comment": "(?<1>KLING\d+)", "[^"]*": |"(?<1>KLING\d+)": (?=")""")]
    private static partial Regex Mark();

    [GeneratedRegex(": (error|warning) ")]
    private static partial Regex Problem();

    [GeneratedRegex(@"([^\s(]+)\((\d+),(\d+)\): (?:error|warning) (\w+):")]
    private static partial Regex Message();

    private sealed record Mistake(string File, int Line, int Column, string Id);
}
