using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Requests;
using Microsoft.CodeAnalysis;

namespace Kling.Benchmarks.Results;

/// <summary>The results as Markdown.</summary>
internal sealed class ResultsFile(Machine machine, Measurements measured, double coldGenerator, double coldNJsonSchema) : MarkdownFile
{
    private static readonly int[] Counts = [1, 10, 100, 1000];

    private readonly List<Goal> _goals = [];

    public string Write()
    {
        string details = Details();
        Line("# Benchmark results").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- all`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {Number(machine.Cores)} cores; {machine.System}");
        Line($"- {machine.Runtime}; all in one process (in-process toolchain: nothing is built or fetched to measure), with the server's garbage collector, as the compiler runs");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after");
        Line($"- {Number(SchemaCorpus.Files.Count)} real schema files; times are medians of the processor time of the process, all threads together").Line("");
        Line("## Numbers to reach").Line("");
        Table(_goals);
        return Take() + "\n" + details;
    }

    private string Details()
    {
        Requests();
        Scale();
        Edits();
        Stages();
        Models();
        return Take();
    }

    private void Requests()
    {
        Line("## A request").Line("");
        Line("`kling-3-pro-image2video`: a small request has the two required parameters, a full one all twelve.").Line("");
        (string Label, string Method)[] rows =
        [
            ("`Validate()`", nameof(RequestBenchmarks.Validate)),
            ("NJsonSchema's validator, on a parsed `JToken`", nameof(RequestBenchmarks.ValidateWithNJsonSchema)),
            ("`WriteTo`, into a reused `Utf8JsonWriter`", nameof(RequestBenchmarks.Write)),
            ("the same by hand", nameof(RequestBenchmarks.WriteByHand)),
            ("`ToJson()`", nameof(RequestBenchmarks.ToJson)),
            ("`TryParse`, of a `JsonElement`", nameof(RequestBenchmarks.Parse)),
            ("`TryParse`, of text", nameof(RequestBenchmarks.ParseText)),
            ("NJsonSchema's validator, on text", nameof(RequestBenchmarks.ValidateTextWithNJsonSchema)),
        ];
        Table(["", "small", "", "full", ""], rows.Select(row => new[] { row.Label }.Concat(Pair(row.Method, "small")).Concat(Pair(row.Method, "full")).ToArray()));
        foreach (string request in SampleRequests.ByName.Keys)
        {
            long bytes = measured.Of<RequestBenchmarks>(nameof(RequestBenchmarks.Validate), request).Bytes;
            double ratio = measured.Of<RequestBenchmarks>(nameof(RequestBenchmarks.Write), request).Nanoseconds
                / measured.Of<RequestBenchmarks>(nameof(RequestBenchmarks.WriteByHand), request).Nanoseconds;
            _goals.Add(new Goal($"`Validate()` of a valid {request} request allocates", "0 B", $"{Number(bytes)} B", bytes == 0));
            _goals.Add(new Goal($"Serialising a {request} request, against a body written by hand", "1.2 times", $"{Measured.Number(ratio)} times", ratio <= 1.2));
        }

        string[] Pair(string method, string request) =>
            [measured.Of<RequestBenchmarks>(method, request).Time, measured.Of<RequestBenchmarks>(method, request).Memory];
    }

    private void Scale()
    {
        Line("## A first run over many schemas").Line("");
        Line("The whole run of the compiler's generator driver, over copies of the real files under slugs of their own.").Line("");
        Table(["schemas", "time", "per schema", "allocated"], Counts.Select(count =>
        {
            Measured run = measured.Of<ScaleBenchmarks>(nameof(ScaleBenchmarks.FirstRun), count);
            return new[] { Number(count), run.Time, (run with { Nanoseconds = run.Nanoseconds / count }).Time, run.Memory };
        }));
        Line($"The first run of all in a fresh process, over one file, takes {Measured.Number(coldGenerator)} ms of processor time (median of 7 processes, loading and just-in-time compilation of the compiler's own parts included); NJsonSchema's first parse of that file takes {Measured.Number(coldNJsonSchema)} ms.").Line("");
        double ratio = measured.Of<ScaleBenchmarks>(nameof(ScaleBenchmarks.FirstRun), 1000).Nanoseconds
            / measured.Of<ScaleBenchmarks>(nameof(ScaleBenchmarks.FirstRun), 100).Nanoseconds;
        _goals.Add(new Goal("1,000 schemas, against 100", "11 times", $"{Measured.Number(ratio)} times", ratio <= 11));
    }

    private void Edits()
    {
        Line("## A run after an edit").Line("");
        Line("Steps are counted by the compiler, each file's for itself, with and without a name; a step that was not found in the cache ran. The schema edit adds a parameter with an enum to one file.").Line("");
        var counts = Counts.ToDictionary(static count => count, CountSteps);
        (string Label, string Method, Func<EditedSteps, StepCounts> Steps)[] edits =
        [
            ("unrelated C#", nameof(EditBenchmarks.CSharpEdit), static steps => steps.CSharp),
            ("white space in one schema", nameof(EditBenchmarks.WhiteSpaceEdit), static steps => steps.WhiteSpace),
            ("one schema", nameof(EditBenchmarks.SchemaEdit), static steps => steps.Schema),
        ];
        Table(
            ["edit", "schemas", "time", "allocated", "steps", "of them ran", "those with a name", "files or diagnostics written"],
            edits.SelectMany(edit => Counts.Select(count =>
            {
                Measured run = measured.Of<EditBenchmarks>(edit.Method, count);
                StepCounts steps = edit.Steps(counts[count]);
                return new[] { edit.Label, Number(count), run.Time, run.Memory, Number(steps.All), Number(steps.Ran), steps.RanByName, Number(steps.Written) };
            })));
        int most = counts.Values.Max(static steps => steps.CSharp.Ran);
        _goals.Add(new Goal("Steps that an unrelated edit runs, at any count", "0", Number(most), most == 0));
        int[] ran = [.. counts.Values.Select(static steps => steps.Schema.Ran).Distinct()];
        bool isOneSchema = ran.Length == 1 && counts.Values.All(static steps => steps.Schema is { Written: 1, RanByName: "Catalogue 1, Files 1, Models 1, Results 1, SourceOutput 1, Sources 1" });
        _goals.Add(new Goal("Steps that an edit of one schema runs", "that schema's and the catalogue", $"{string.Join(" or ", ran)} at 1, 10, 100 and 1,000 schemas: {counts[1000].Schema.RanByName}", isOneSchema));
    }

    private static EditedSteps CountSteps(int schemas)
    {
        var project = new GeneratedProject(SchemaCorpus.Copies(schemas), countsSteps: true);
        GeneratorDriver first = project.Run();
        return new EditedSteps(
            StepCounts.After(first.RunGenerators(project.EditedCompilation)),
            StepCounts.After(project.EditSchema(first).RunGenerators(project.Compilation)),
            StepCounts.After(project.EditWhiteSpace(first).RunGenerators(project.Compilation)));
    }

    private void Stages()
    {
        Line("## Where the time of one model goes").Line("");
        string[] methods = [nameof(StageBenchmarks.Read), nameof(StageBenchmarks.ReadAndDecide), nameof(StageBenchmarks.Print), nameof(StageBenchmarks.WholeRun), nameof(StageBenchmarks.EmptyRun), nameof(StageBenchmarks.ParseCSharp)];
        Table(
            ["schema", "read", "read and decide", "print", "whole run of the driver", "the driver without a file", "the compiler's parsing of the printed C#"],
            StageBenchmarks.Schemas.Select(schema => new[] { schema }.Concat(methods.Select(method => measured.Of<StageBenchmarks>(method, schema).Time)).ToArray()));
    }

    private void Models()
    {
        Line("## Generating a model, beside NJsonSchema's parse of its file").Line("");
        Line("Read, decide and print; NJsonSchema only parses. Both begin with the same text in memory, in the same process, after as many rounds of warming up over all files; each pays for its own garbage.").Line("");
        var rows = ModelBenchmarks.Schemas
            .Select(schema => (Schema: schema, Ours: measured.Of<ModelBenchmarks>(nameof(ModelBenchmarks.Generate), schema), Theirs: measured.Of<ModelBenchmarks>(nameof(ModelBenchmarks.ParseWithNJsonSchema), schema)))
            .ToArray();
        Table(
            ["schema", "generate", "", "NJsonSchema parses", "", "ratio"],
            rows.Select(static row => new[] { row.Schema, row.Ours.Time, row.Ours.Memory, row.Theirs.Time, row.Theirs.Memory, Measured.Number(row.Ours.Nanoseconds / row.Theirs.Nanoseconds) }));
        string[] refused = [.. SchemaCorpus.Files.Except(SchemaCorpus.FilesOfBoth).Select(static file => file.Path)];
        Line($"NJsonSchema cannot parse {string.Join(", ", refused)}.");
        int cheaper = rows.Count(static row => row.Ours.Nanoseconds < row.Theirs.Nanoseconds);
        double total = rows.Sum(static row => row.Ours.Nanoseconds) / rows.Sum(static row => row.Theirs.Nanoseconds);
        _goals.Insert(0, new Goal("Generating a model, against NJsonSchema's parse of its file: files where it costs less", $"all {Number(rows.Length)}", Number(cheaper), cheaper == rows.Length));
        _goals.Insert(1, new Goal("The same for all files together", "1 time", $"{Measured.Number(total)} times", total < 1));
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
