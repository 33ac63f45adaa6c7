using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>Which files the analyzers look at: all whose code can use the runtime, and no others.</summary>
public sealed class ReachTests
{
    private const string Pair = "public static Kling.KlingClient Client => null!; public static Kling.IKlingRequest Request => null!;";

    /// <summary>A file that names the runtime, and code in another one that uses it by what the first declares. <c>0</c> is a number of its own.</summary>
    private static readonly (string Declared, string Use)[] Uses =
    [
        ($"public class Shop0 {{ {Pair} }}", "Shop0.Client.SubmitAsync(Shop0.Request);"),
        ("public class Shop0 { internal Kling.KlingClient client = null!; protected internal Kling.IKlingRequest request = null!; }", "var shop = new Shop0(); shop.client.SubmitAsync(shop.request);"),
        ("public class Shop0 { public Kling.KlingClient Client() => null!; public Kling.IKlingRequest[] All() => null!; }", "new Shop0().Client().SubmitAsync(new Shop0().All()[0]);"),
        ("public class Shop0 : Kling.KlingClient { public static Kling.IKlingRequest Request => null!; }", "new Shop0().SubmitAsync(Shop0.Request);"),
        ("public interface IShop0 { Kling.KlingClient Client { get; } Kling.IKlingRequest Request { get; } }", "IShop0 shop = null!; shop.Client.SubmitAsync(shop.Request);"),
        ("public delegate void Act0(Kling.KlingClient client, Kling.IKlingRequest request);", "Act0 act = (c, r) => c.SubmitAsync(r); act(null!, null!);"),
        ("public static class Shop0 { public static void Act(System.Action<Kling.KlingClient, Kling.IKlingRequest> act) { } }", "Shop0.Act((c, r) => { c.SubmitAsync(r); });"),
        ("public static class Shop0 { public static Kling.KlingClient Client0(this int i) => null!; public static Kling.IKlingRequest Request0(this int i) => null!; }", "1.Client0().SubmitAsync(2.Request0());"),
        ("public class Jobs0 { public System.Collections.Generic.IEnumerator<(Kling.KlingClient, Kling.IKlingRequest)> GetEnumerator() => null!; }", "foreach (var (c, r) in new Jobs0()) { c.SubmitAsync(r); }"),
        ("public class Shop0 { public Kling.KlingClient this[int i] => null!; public Kling.IKlingRequest this[string s] => null!; }", "var shop = new Shop0(); shop[0].SubmitAsync(shop[\"\"]);"),
        ("public class Shop0 { public static Kling.KlingClient operator !(Shop0 shop) => null!; public static Kling.IKlingRequest operator -(Shop0 shop) => null!; }", "var shop = new Shop0(); (!shop).SubmitAsync(-shop);"),
        ("public record Shop0(Kling.KlingClient Client, Kling.IKlingRequest Request);", "var (c, r) = new Shop0(null!, null!); c.SubmitAsync(r);"),
        ("public class Shop0 { public class Till { public static Kling.KlingClient Client = null!; public static Kling.IKlingRequest Request = null!; } }", "Shop0.Till.Client.SubmitAsync(Shop0.Till.Request);"),
        ($"public class Shop0 {{ {Pair} }}", "if (new Shop0() is not null) { Shop0.Client?.SubmitAsync(Shop0.@Request); }"),
        ("public class Till0<T> where T : Kling.KlingClient { public T Client => null!; public Kling.IKlingRequest Request => null!; }", "void Pay<T>(T till) where T : Till0<Any> => till.Client.SubmitAsync(till.Request);"),
        ("global using Clip0 = Acme.Models.AcmeClipRequest; global using Client0 = Kling.KlingClient;", "Client0 client = null!; client.SubmitAsync(new Clip0 { Prompt = \"x\" });"),
        ("public partial class Use0 { private readonly Kling.KlingClient _client = null!; private Kling.IKlingRequest Request { get; } = null!; }", "_client.SubmitAsync(Request);"),
        ("public class Shop0 { public Shop0(Kling.KlingClient client) { } }", "Shop0 shop = new(new()); Any client = null!; client.SubmitAsync(null!);"),
    ];

    [Fact]
    public async Task All_code_that_can_use_the_runtime_is_analysed()
    {
        SyntaxTree[] declared = [.. Uses.Select(static (use, index) => File($"Declared{index}", Numbered(use.Declared, index)))];
        SyntaxTree[] used = [.. Uses.Select(static (use, index) => File($"Use{index}", Numbered($"public partial class Use0 {{ void Run() {{ {use.Use} }} }}", index)))];
        CSharpCompilation compilation = Project([.. declared, .. used, File("Any", "global using Any = Kling.KlingClient;")]);
        AnalyzerHarness.AssertCompiles(compilation);
        RuntimeReach reach = Reach(compilation);
        Assert.All(used, file => Assert.True(reach.Includes(file), file.ToString()));
        Assert.DoesNotContain(used, static file => FileNames.Of(file).NamesRuntime);
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Run(compilation);
        Assert.Equal(
            used.Select(static file => file.FilePath).Order(StringComparer.Ordinal),
            found.Where(static diagnostic => diagnostic.Id == "KLING201").Select(static diagnostic => diagnostic.Location.SourceTree!.FilePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_declared_with_a_declared_type_is_followed_from_file_to_file()
    {
        SyntaxTree[] files =
        [
            File("Use", "class Use { void Run(Street street) { var shop = street.House.Shop; shop.Client.SubmitAsync(shop.Request); } }"),
            File("Street", "class Street { public House House => null!; }"),
            File("House", "class House { public Shop Shop => null!; }"),
            File("Shop", "class Shop { public Kling.KlingClient Client => null!; public Kling.IKlingRequest Request => null!; }"),
        ];
        Diagnostic found = Assert.Single(await AnalyzerHarness.Run(Project(files)));
        Assert.Equal("KLING201 /Use.cs", $"{found.Id} {found.Location.SourceTree!.FilePath}");
    }

    [Fact]
    public async Task Names_of_a_library_and_of_opened_namespaces_are_followed()
    {
        SyntaxTree[] files =
        [
            File("Usings", "global using Kling;"),
            File("Clip", "using Acme.Models; class Clip { object Run() => new AcmeClipRequest { Prompt = \"x\", Steps = 1 }; }"),
            File("Poll", "class Poll { object Run() => PollingStrategy.Fixed(System.TimeSpan.Zero); }"),
            File("Other", "class Other { int Prompt => 1; int Steps => Prompt; }"),
        ];
        CSharpCompilation compilation = Project(files);
        RuntimeReach reach = Reach(compilation);
        Assert.Equal(["/Usings.cs", "/Clip.cs", "/Poll.cs"], files.Where(reach.Includes).Select(static file => file.FilePath));
        Assert.Contains("KLING101", (await AnalyzerHarness.Run(compilation)).Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_static_class_that_is_opened_for_all_files_reaches_all()
    {
        SyntaxTree[] files = [File("Usings", "global using static Shop;"), File("Shop", $"static class Shop {{ {Pair} }}"), File("Use", "class Use { void Run() { Client.SubmitAsync(Request); } }"), File("Other", "class Other;")];
        Assert.Equal(files.Length, Reach(Project(files)).Count);
        SyntaxTree[] unrelated = [File("Usings", "global using static System.Math;"), File("Shop", $"static class Shop {{ {Pair} }}"), File("Other", "class Other;")];
        Assert.Equal(1, Reach(Project(unrelated)).Count);
    }

    [Fact]
    public void What_nobody_else_can_use_reaches_no_other_file()
    {
        SyntaxTree[] files =
        [
            File("Shop", "public class Shop { private readonly Kling.KlingClient _client = null!; public string Name { get; } = nameof(Kling.KlingClient); public int Make(string prompt) { var c = new Kling.KlingClient(); return 1; } }"),
            File("Use", "class Use { int Run(Shop shop) => shop.Make(shop.Name); }"),
            File("Other", "class Other { string _client = \"\"; string SubmitAsync() => _client; int Client() => SubmitAsync().Length; }"),
        ];
        CSharpCompilation compilation = Project(files);
        AnalyzerHarness.AssertCompiles(compilation);
        Assert.Equal(["/Shop.cs"], files.Where(Reach(compilation).Includes).Select(static file => file.FilePath));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_registered_where_the_runtime_is_not_used(bool refersToLibrary)
    {
        SyntaxTree[] files = [File("Other", "class Other { string Title { get; set; } = \"a\"; object Run() => new Other { Title = Title.Trim() }; }")];
        AnalyzerTelemetryInfo unused = await Registered(Project(files, refersToLibrary));
        Assert.Equal((0, 0, 0, 0), (unused.OperationActionsCount, unused.SymbolStartActionsCount, unused.SyntaxNodeActionsCount, unused.SemanticModelActionsCount));
        AnalyzerTelemetryInfo used = await Registered(Project([.. files, File("Shop", "class Shop : Kling.KlingClient;")], refersToLibrary));
        Assert.Equal((0, 1, 0, 0), (used.OperationActionsCount, used.SymbolStartActionsCount, used.SyntaxNodeActionsCount, used.SemanticModelActionsCount));
    }

    [Fact]
    public async Task A_key_is_reported_in_a_file_that_cannot_use_the_runtime()
    {
        const string Key = "\"SG_3f9a07c1e58b24d6\"";
        SyntaxTree[] files = [File("Keys", $"class Keys {{ const string ApiKey = {Key}; class In {{ string ApiKey = {Key}; }} }}"), File("Info", $"[assembly: System.Reflection.AssemblyMetadata(\"ApiKey\", {Key})]")];
        foreach (SyntaxTree[] together in new[] { [files[0]], files })
        {
            CSharpCompilation compilation = Project(together);
            Assert.Equal(0, Reach(compilation).Count);
            Assert.Equal(together.Length + 1, (await AnalyzerHarness.Run(compilation)).Count(static diagnostic => diagnostic.Id == "KLING202"));
        }
    }

    private static async Task<AnalyzerTelemetryInfo> Registered(Compilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new KlingAnalyzer()];
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        AnalysisResult result = await analyzed.GetAnalysisResultAsync(TestContext.Current.CancellationToken);
        return result.AnalyzerTelemetryInfo[analyzers[0]];
    }

    private static RuntimeReach Reach(CSharpCompilation compilation) => RuntimeReach.Of(KnownSymbols.Of(compilation)!);

    private static CSharpCompilation Project(SyntaxTree[] files, bool refersToLibrary = true) =>
        (refersToLibrary ? AnalyzerHarness.Compilation("") : new TestProject().Compilation()).RemoveAllSyntaxTrees().AddSyntaxTrees(files);

    private static SyntaxTree File(string name, string code) =>
        CSharpSyntaxTree.ParseText(code, new TestProject().ParseOptions, $"/{name}.cs", System.Text.Encoding.UTF8, TestContext.Current.CancellationToken);

    /// <summary>Each <c>0</c> at the end of a name becomes the number.</summary>
    private static string Numbered(string code, int number) =>
        System.Text.RegularExpressions.Regex.Replace(code, "(?<=[A-Za-z])0", number.ToString(CultureInfo.InvariantCulture));
}
