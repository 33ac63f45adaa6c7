using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Tests.Stress;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>The generated types, <c>kling validate</c> and the emulator agree on requests of the shipped models and of real schemas.</summary>
public sealed class AgreementTests
{
    private const int RequestsPerModel = 40;
    private const int Shown = 5;

    /// <summary>Bodies that no schema has to be known for.</summary>
    private static readonly string[] Wrong = ["null", "true", "5", "\"a\"", "[]", "[{}]", "{}", """{"":null}""", """{"\ud83d":1}""", "\"\\ude00\"", "1e400"];

    [Fact]
    public async Task The_types_the_command_and_the_emulator_agree_on_random_requests()
    {
        Random random = Seed.Next(out string hint);
        using var judges = new ThreeJudges(OwnBuild.WithRealSchemas, RealSchemas.Names.Select(RealSchemas.File));
        int valid = 0;
        int invalid = 0;
        ConcurrentBag<string> disagreements = [];
        (string Slug, KlingModel Model, int Seed)[] models = [.. judges.Models.Select(pair => (pair.Key, pair.Value, random.Next()))];
        await Parallel.ForEachAsync(models, TestContext.Current.CancellationToken, async (one, cancellationToken) =>
        {
            foreach ((string json, bool hasDuplicates) in Bodies(one.Model, new Random(one.Seed)))
            {
                Verdict[] verdicts = await judges.JudgeAsync(one.Slug, json);
                cancellationToken.ThrowIfCancellationRequested();
                _ = verdicts[0].IsValid is true ? Interlocked.Increment(ref valid) : Interlocked.Increment(ref invalid);

                // The command takes no file with a duplicate name. Elsewhere the last value counts.
                bool? ofCommand = hasDuplicates ? false : verdicts[0].IsValid;
                if (verdicts[0].IsValid is null || verdicts[1].IsValid != ofCommand || verdicts[2].IsValid != verdicts[0].IsValid)
                {
                    disagreements.Add($"schema   {one.Slug}\nrequest  {json}\ntypes    {verdicts[0]}\ncommand  {verdicts[1]}\nemulator {verdicts[2]}");
                }
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{valid} valid, {invalid} not valid");
        Assert.True(disagreements.IsEmpty, $"{hint}\n{disagreements.Count} disagreements, of which the shortest are:\n{string.Join("\n\n", disagreements.OrderBy(static one => one.Length).Take(Shown))}");
        Assert.True(valid * 5 > invalid && invalid * 5 > valid, $"{valid} valid, {invalid} not valid");
    }

    private static IEnumerable<(string Json, bool HasDuplicates)> Bodies(KlingModel model, Random random)
    {
        var text = new EdgeText(random);
        var requests = new RandomRequest(random, JsonNode.Parse(model.Schema)!.AsObject());
        return Enumerable.Range(0, RequestsPerModel)
            .Select(_ => (text.Of(requests.Next()), text.HasDuplicates))
            .Concat(Wrong.Select(static json => (json, false)));
    }
}
