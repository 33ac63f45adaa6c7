using System.Globalization;
using System.Reflection;
using Kling.Emulator;
using Kling.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.Logging;

namespace Kling.Tests.Readme;

/// <summary>What the READMEs say is so.</summary>
public sealed class ReadmeTests
{
    // What a project made by `dotnet new console` has.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What every program has. The compiler reads its references once, for all programs that are made of it.</summary>
    private static readonly CSharpCompilation Empty = CreateEmpty();

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, ReadmeFile.Code.Count)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Each_block_of_code_compiles_as_a_program_of_its_own_without_a_warning(int block)
    {
        CSharpCompilation compilation = Compile(ReadmeFile.Code[block]);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public async Task The_test_with_the_emulator_runs_to_its_end()
    {
        CSharpCompilation compilation = Compile(ReadmeFile.Code.Single(static code => code.Contains("new VirtualClock()", StringComparison.Ordinal)));
        using var program = new MemoryStream();
        Assert.True(compilation.Emit(program, cancellationToken: TestContext.Current.CancellationToken).Success);

        MethodInfo main = Assembly.Load(program.ToArray()).EntryPoint!;

        _ = await Task.Run(() => main.Invoke(null, [Array.Empty<string>()]), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_table_of_faults_lists_every_fault_of_the_header_and_the_code()
    {
        using var emulator = new SegmindEmulator([], new SegmindEmulatorOptions { FaultsByHeader = true });
        using var client = new HttpClient(emulator);
        client.DefaultRequestHeaders.Add("x-emulator-fault", "?");
        using HttpResponseMessage answer = await client.GetAsync(new Uri("https://api.segmind.com/"), TestContext.Current.CancellationToken);
        string refusal = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        IReadOnlyList<string[]> rows = ReadmeFile.Table("header");

        Assert.Equal(refusal.Split("It must be one of ")[1].Split(';')[0].Split(", "), rows.Select(static row => row[0].Split('=')[0]));
        Assert.Equal(
            typeof(EmulatorFault).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(static method => method.Name).Except([nameof(EmulatorFault.Combine)]).Order(StringComparer.Ordinal),
            rows.Select(static row => row[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_block_is_short()
    {
        int lines = ReadmeFile.Code[0].Split('\n').Count(static line => line.Trim().Length > 0);

        Assert.InRange(lines, 1, 12);
    }

    // A model may be in the catalogue without a row here: adding one takes a schema file and nothing else. KLING_APPROVE=1 writes all rows.
    [Fact]
    public void The_table_of_models_lists_the_models_of_the_catalogue()
    {
        if (Environment.GetEnvironmentVariable("KLING_APPROVE") == "1")
        {
            ReadmeFile.Write(ModelRows.Header, KlingModels.All.Select(ModelRows.Of));
            return;
        }

        IReadOnlyList<string[]> rows = ReadmeFile.Table("model");

        Assert.NotEmpty(rows);
        Assert.Equal(
            KlingModels.All.IntersectBy(rows.Select(static row => row[0]), static model => model.Slug).Select(ModelRows.Of),
            rows);
    }

    [Fact]
    public void The_models_without_a_schema_are_none_of_the_catalogue()
    {
        string[] named = [.. ReadmeFile.WithoutSchema];

        Assert.NotEmpty(named);
        Assert.Empty(named.Intersect(KlingModels.All.Select(static model => model.Slug)));
    }

    [Fact]
    public void The_table_of_options_has_every_option() => Assert.Equal(
        typeof(KlingClientOptions).GetProperties().Select(static property => property.Name).Order(StringComparer.Ordinal),
        ReadmeFile.Table("option").Select(static row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_of_options_states_the_defaults_that_are_numbers_words_or_addresses()
    {
        var options = new KlingClientOptions();
        Dictionary<string, string> stated = ReadmeFile.Table("option").ToDictionary(static row => row[0], static row => row[1]);

        foreach (PropertyInfo property in typeof(KlingClientOptions).GetProperties())
        {
            string? value = property.GetValue(options) switch
            {
                bool flag => flag ? "true" : "false",
                TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
                Uri address => address.OriginalString,
                _ => null,
            };
            Assert.Equal(value ?? stated[property.Name], stated[property.Name]);
        }
    }

    [Fact]
    public void The_table_of_errors_has_every_exception() => Assert.Equal(
        typeof(KlingException).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(KlingException))).Select(static type => type.Name).Order(StringComparer.Ordinal),
        ReadmeFile.Table("exception").Select(static row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_of_events_lists_the_events_of_the_log() => Assert.Equal(
        typeof(ClientLog).GetMethods()
            .Select(static method => (Name: method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static log => log.Message is not null)
            .Select(static log => (string[])[log.Message!.EventId.ToString(CultureInfo.InvariantCulture), log.Name, log.Message.Level.ToString()]),
        ReadmeFile.Table("event"));

    [Fact]
    public void The_README_has_at_most_200_lines() => Assert.InRange(ReadmeFile.Text(ReadmeFile.Main).Split('\n').Length - 1, 1, 200);

    [Fact]
    public void The_comparison_in_the_README_is_the_measured_one()
    {
        string[] measured = [.. ReadmeFile.Text("tests/Kling.Benchmarks/COMPARISON.md").Split('\n').Where(static line => line.StartsWith('|'))];

        Assert.InRange(measured.Length, 3, 7);
        Assert.Contains(string.Join('\n', measured), ReadmeFile.Text(ReadmeFile.Main), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_linked_file_and_heading_exists() => Assert.All(ReadmeFile.Linking, static page => Assert.All(
        ReadmeFile.Links(page).Where(static link => !link.StartsWith("https://", StringComparison.Ordinal)),
        link =>
        {
            string[] parts = link.Split('#');
            string file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            Assert.True(Path.Exists(Path.Combine(ReadmeFile.Folder, file)), $"{page}: {link}");
            Assert.True(parts.Length == 1 || ReadmeFile.Headings(file).Contains(parts[1]), $"{page}: {link}");
        }));

    [Fact]
    public void The_pages_of_the_packages_have_only_absolute_links() => Assert.All(
        ReadmeFile.Packages.SelectMany(ReadmeFile.Links),
        static link => Assert.StartsWith("https://", link, StringComparison.Ordinal));

    /// <summary>A program, or a library if the code has no statements of its own.</summary>
    private static CSharpCompilation Compile(string code)
    {
        SyntaxTree tree = Parse(code);
        OutputKind kind = ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
        return Empty.AddSyntaxTrees(tree).WithOptions(Empty.Options.WithOutputKind(kind));
    }

    private static CSharpCompilation CreateEmpty() => CSharpCompilation.Create(
        "readme",
        [Parse(ImplicitUsings)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp12));
}
