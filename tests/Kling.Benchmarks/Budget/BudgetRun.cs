using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Budget;

/// <summary>How well a spend limit is kept, and used, when the cost of a job follows a rule that the client does not know.</summary>
internal static class BudgetRun
{
    public const int MostInFlight = 8;

    /// <summary>More than any of the limits pays for.</summary>
    private const int RequestsPerRun = 1000;

    private const decimal Typical = 2.34m;

    private const string Properties = """ "properties":{"duration":{"type":"string"},"mode":{"type":"string"},"generate_audio":{"type":"boolean"}} """;

    private const string Range = """ "x-cost":{"range":[0.63,5.25]} """;

    private const string RangeAndParameters = """ "x-cost":{"range":[0.63,5.25],"parameters":["duration","mode","generate_audio"]} """;

    private const string Rule =
        """
        "x-cost":{"rule":{"per":"duration","rates":[
          {"when":{"mode":"std","generate_audio":false},"usd":0.21},{"when":{"mode":"std"},"usd":0.2625},
          {"when":{"generate_audio":false},"usd":0.28},{"usd":0.35}]}}
        """;

    /// <summary>Each limit with the number of runs that are more than 10,000 jobs together.</summary>
    public static IReadOnlyList<(decimal Limit, int Runs)> Limits { get; } = [(20, 1500), (100, 300), (500, 60)];

    public static async Task<int> WriteAsync()
    {
        var cases = new List<BudgetCase>();
        foreach ((decimal limit, int runs) in Limits)
        {
            cases.Add(new BudgetCase("reserving the mean", limit, [.. Enumerable.Range(0, runs).Select(seed => Average(limit, seed))]));
            cases.Add(await CaseAsync("the average", "", limit, runs));
            cases.Add(await CaseAsync("the range", Range, limit, runs));
            cases.Add(await CaseAsync("the range and the parameters", RangeAndParameters, limit, runs));
            cases.Add(await CaseAsync("the price list", Rule, limit, runs));
        }

        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "BUDGET.md");
        await File.WriteAllTextAsync(path, new BudgetFile(Machine.Now(), cases).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    private static BudgetOutcome Average(decimal limit, int seed)
    {
        var random = new Random(seed);
        return AverageReservation.Run(limit, Typical, Requests(Model(""), random), MostInFlight, random);
    }

    private static async Task<BudgetCase> CaseAsync(string stated, string cost, decimal limit, int runs)
    {
        var outcomes = new List<BudgetOutcome>();
        for (int seed = 0; seed < runs; seed++)
        {
            outcomes.Add(await RunAsync(Model(cost), limit, seed));
        }

        return new BudgetCase(stated, limit, outcomes);
    }

    private static async Task<BudgetOutcome> RunAsync(KlingModel model, decimal limit, int seed)
    {
        var random = new Random(seed);
        using var client = new BudgetClient(random);
        KlingRun run = client.RunManyAsync(Requests(model, random), new KlingRunOptions { SpendLimit = limit, MaxInFlight = MostInFlight });
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator();
        while (true)
        {
            Task<bool> next = outcomes.MoveNextAsync().AsTask();
            if (!next.IsCompleted)
            {
                client.EndOne();
            }

            if (!await next || outcomes.Current.Kind is KlingOutcomeKind.OverSpendLimit)
            {
                return new BudgetOutcome(run.Submitted.Count, run.Spent);
            }
        }
    }

    private static KlingModel Model(string cost) =>
        KlingModel.FromSchema("priced", $$"""{"type":"object","x-typical-cost":{{Typical}},{{(cost.Length == 0 ? "" : cost + ",")}}{{Properties}}}""");

    private static IEnumerable<PricedRequest> Requests(KlingModel model, Random random)
    {
        for (int i = 0; i < RequestsPerRun; i++)
        {
            yield return PricedRequest.Next(model, random);
        }
    }
}
