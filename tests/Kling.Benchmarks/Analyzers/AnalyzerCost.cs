using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kling.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace Kling.Benchmarks.Analyzers;

/// <summary>
/// What the analyzers add to the compilation of a project of 1,000 files, ten of which use the SDK. Both times are of one
/// thread: the compiler's until the assembly is written, and the analyzers' own as the compiler's analyzer report counts it.
/// </summary>
internal static class AnalyzerCost
{
    private const int Files = 1000;
    private const int FilesWithRequests = 10;
    private const int Rounds = 5;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(KlingGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>Measures both projects and prints a table in Markdown.</summary>
    public static int Measure()
    {
        Console.WriteLine("| project of 1,000 files | compile (ms) | analyzers (ms) | share |");
        Console.WriteLine("|---|--:|--:|--:|");
        if (Environment.GetEnvironmentVariable("QUICK") is not null) { var q = Project(withRequests: false); for (int i = 0; i < 6; i++) { Console.WriteLine(Analyze(q)); } return 0; }
        Print("uses the SDK in ten places", Project(withRequests: true));
        Print("refers to the SDK, does not use it", Project(withRequests: false));
        Print("does not refer to the SDK", WithoutRuntime(Project(withRequests: false)));
        return 0;
    }

    private static void Print(string name, CSharpCompilation project)
    {
        // The first round of each warms up and does not count.
        double compile = Median(() => Compile(project));
        double analyze = Median(() => Analyze(project));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {compile:F0} | {analyze:F1} | {analyze / compile:P2} |"));
    }

    private static double Median(Func<double> measure) =>
        Enumerable.Range(0, Rounds + 1).Select(_ => measure()).Skip(1).Order().ElementAt(Rounds / 2);

    private static double Compile(CSharpCompilation project)
    {
        // A new compilation has bound nothing yet.
        CSharpCompilation fresh = project.WithAssemblyName("Measured");
        using var output = new MemoryStream();
        var watch = Stopwatch.StartNew();
        bool succeeded = fresh.Emit(output).Success;
        return succeeded ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("The project does not compile.");
    }

    private static double Analyze(CSharpCompilation project)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers analysis = project.WithAssemblyName("Measured").WithAnalyzers(Analyzers, options);
        AnalysisResult result = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        foreach (var pair in result.AnalyzerTelemetryInfo) Console.Error.WriteLine($"  {pair.Key.GetType().Name} {pair.Value.ExecutionTime.TotalMilliseconds:F1} ops {pair.Value.OperationActionsCount} syn {pair.Value.SyntaxNodeActionsCount}");
        return result.AnalyzerTelemetryInfo.Values.Sum(static (AnalyzerTelemetryInfo info) => info.ExecutionTime.TotalMilliseconds);
    }

    private static CSharpCompilation Project(bool withRequests)
    {
        string[] framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Measured",
            Enumerable.Range(0, Files).Select(i => CSharpSyntaxTree.ParseText(Source(i, withRequests && i % (Files / FilesWithRequests) == 0), path: $"File{i}.cs")),
            framework.Where(static path => !Path.GetFileName(path).StartsWith("Kling", StringComparison.Ordinal))
                .Append(typeof(KlingClient).Assembly.Location)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
    }

    private static CSharpCompilation WithoutRuntime(CSharpCompilation project) =>
        project.RemoveReferences(project.References.Where(static reference => reference.Display == typeof(KlingClient).Assembly.Location));

    /// <summary>A file of everyday code: properties, initializers, calls, lists, constants.</summary>
    private static string Source(int index, bool withRequest) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;

        namespace Measured;

        public sealed record Order{{index}}(int Id, string Customer, decimal Total)
        {
            public DateTime Placed { get; init; } = new DateTime(2026, 1, 1);
            public List<string> Lines { get; init; } = new List<string> { "first", "second" };
            public Uri? Link { get; init; }
        }

        public sealed class Orders{{index}}
        {
            private readonly Dictionary<int, Order{{index}}> _orders = new Dictionary<int, Order{{index}}>();

            public int Count => _orders.Count;

            public void Add(int id, string customer)
            {
                if (string.IsNullOrWhiteSpace(customer))
                {
                    throw new ArgumentException("A customer has a name.", nameof(customer));
                }

                _orders[id] = new Order{{index}}(id, customer.Trim(), 10m * id) { Link = new Uri("https://example.com/orders/" + id), Lines = new List<string> { "a", "b", "c" } };
            }

            public string Report()
            {
                var text = new StringBuilder();
                foreach (Order{{index}} order in _orders.Values.Where(order => order.Total > 100m).OrderBy(order => order.Placed))
                {
                    text.Append(order.Id).Append(' ').AppendLine(order.Customer);
                }

                return text.ToString();
            }

            public async Task<decimal> TotalAsync()
            {
                decimal sum = 0;
                foreach (Order{{index}} order in _orders.Values)
                {
                    await Task.Yield();
                    sum += order with { Total = order.Total * 1.19m } is { Total: > 0 } taxed ? taxed.Total : 0;
                }

                return sum;
            }
        }
        {{(withRequest ? Request(index) : "")}}
        """;

    private static string Request(int index) => $$"""

        public static class Clips{{index}}
        {
            public static async Task<Kling.KlingResult> MakeAsync(Kling.KlingClient client)
            {
                var request = new Kling.Models.Kling3ProImage2VideoRequest
                {
                    Prompt = "A harbour at dawn with @Element1",
                    StartImageUrl = new Uri("https://example.com/harbour.png"),
                    CfgScale = 0.7,
                    Duration = Kling.Models.Kling3ProImage2VideoDuration.Seconds10,
                    Elements = new[] { new Kling.Models.Kling3ProImage2VideoElement { ReferenceImageUrls = new[] { "https://example.com/a.png" } } },
                };
                var other = Kling.Models.KlingO3Text2VideoRequest.CreateBuilder(prompt: "Clouds").WithCfgScale(0.3).AddMultiPrompt(prompt: "Rain", duration: "5").Build();
                Kling.KlingJob job = await client.SubmitAsync(request);
                await client.RunAsync(other);
                return await job.WaitForCompletionAsync();
            }
        }
        """;
}
