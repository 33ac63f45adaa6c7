using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Cli.Tests;
using Kling.Models;

namespace Kling.Benchmarks.Breaking;

/// <summary>Whether the verdicts of <c>kling breaking</c> about requests agree with two judges of JSON, on random changes of schemas.</summary>
internal static class BreakingRun
{
    public const int Seed = 14;

    /// <summary>Changes of each schema; each is compared in both directions.</summary>
    public const int Changes = 100;

    /// <summary>Random requests for each comparison.</summary>
    public const int Requests = 200;

    public static async Task<int> WriteAsync()
    {
        (string Name, string Schema)[] schemas =
        [
            ("limits of every kind", ComparedModels.Limits),
            ("objects, lists and choices", ComparedModels.Nested),
            .. KlingModels.All.Select(static model => (model.Slug, model.Schema)).OrderBy(static model => model.Slug, StringComparer.Ordinal),
        ];
        BreakingCase[] cases = [.. schemas.AsParallel().AsOrdered().Select(static schema => Try(schema.Name, schema.Schema))];
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "BREAKING.md");
        await File.WriteAllTextAsync(path, new BreakingFile(Machine.Now(), cases).Write());
        Console.WriteLine($"Written: {path}");

        // A contradiction is a fault: a compatible change that refuses a request.
        string[] contradictions = [.. cases.SelectMany(static one => one.Agreement.Contradictions)];
        Array.ForEach(contradictions, Console.Error.WriteLine);
        return contradictions.Length == 0 ? 0 : 1;
    }

    private static BreakingCase Try(string name, string schema)
    {
        var agreement = new BreakingAgreement(Seed);
        agreement.Try(schema, Changes, Requests);
        return new BreakingCase(name, agreement);
    }
}
