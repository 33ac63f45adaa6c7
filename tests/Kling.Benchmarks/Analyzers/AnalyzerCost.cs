using System.Diagnostics;
using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.SourceGenerator.Analyzers;
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

    private static readonly KlingAnalyzer Analyzer = new();

    /// <summary>Measures the projects and writes the results into the file that is checked in.</summary>
    public static async Task<int> WriteAsync()
    {
        Machine machine = Machine.Now();
        string[] rows =
        [
            Row("uses the SDK in ten places", Project(withRequests: true)),
            Row("refers to the SDK, does not use it", Project(withRequests: false)),
            Row("does not refer to the SDK", WithoutRuntime(Project(withRequests: false))),
        ];
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "ANALYZERS.md");
        await File.WriteAllTextAsync(path, $"""
            # What the analyzers cost

            Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- analyzers`. Do not edit by hand.

            - {machine.Processor}, {machine.Cores} cores; {machine.System}
            - {machine.Runtime.Split(',')[0]}, compiler {typeof(CSharpCompilation).Assembly.GetName().Version}
            - {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after
            - 1 analyzer with {Analyzer.SupportedDiagnostics.Length} rules. Compile: one thread, until the assembly is written. Analyzers: their own time in the compiler's analyzer report (`/reportanalyzer`), one thread. Medians of {Rounds} rounds after one that does not count; spread: the slowest compilation less the fastest

            The limit is 0.5 % for the first project; in the others nothing must be measurable, which is here: less than the compilations differ among themselves.

            | project of {Files.ToString("N0", CultureInfo.InvariantCulture)} files | compile (ms) | spread (ms) | analyzers (ms) | share |
            |---|--:|--:|--:|--:|
            {string.Join('\n', rows)}

            """);
        Console.WriteLine(string.Join('\n', rows));
        return 0;
    }

    private static string Row(string name, CSharpCompilation project)
    {
        // The first round of each warms up and does not count.
        double[] compile = Measured(() => Compile(project));
        double analyze = Measured(() => Analyze(project))[Rounds / 2];
        double median = compile[Rounds / 2];
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {median:F0} | {compile[^1] - compile[0]:F0} | {analyze:F1} | {analyze / median * 100:F2} % |");
    }

    private static double[] Measured(Func<double> measure) => [.. Enumerable.Range(0, Rounds + 1).Select(_ => measure()).Skip(1).Order()];

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
        CompilationWithAnalyzers analysis = project.WithAssemblyName("Measured").WithAnalyzers([Analyzer], options);
        AnalysisResult result = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo.Values.Sum(static (AnalyzerTelemetryInfo info) => info.ExecutionTime.TotalMilliseconds);
    }

    private static CSharpCompilation Project(bool withRequests)
    {
        string[] framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Measured",
            Enumerable.Range(0, Files).Select(i => CSharpSyntaxTree.ParseText(Source(i, withRequests && i % (Files / FilesWithRequests) == 0), path: $"File{i}.cs")),
            framework.Where(static path => !Path.GetFileName(path).StartsWith("Kling", StringComparison.OrdinalIgnoreCase))
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
