using System.Globalization;

namespace Kling.Emulator.Tests.Chaos;

/// <summary>Draws faults as the header names them. Each draw of a job comes from the job's own random numbers, whatever the others do.</summary>
/// <param name="second">How long a second of the real service is on the clock.</param>
/// <param name="canHang">Whether an answer may take longer than a client waits for it.</param>
internal sealed class ChaosFaults(double second, bool canHang)
{
    private const string Elsewhere = "https://elsewhere.example/v2/stolen";

    /// <summary>Faults of a submit after which nothing was taken, so that it may be repeated; the rate limit's is drawn with its seconds.</summary>
    public static readonly string[] Repeated = ["reset-before-body", "rate-limit"];

    /// <summary>Everything that there is.</summary>
    public static readonly string[] Names =
    [
        "error", "html", "rate-limit", "redirect", "reset-before-body", "reset", "empty-body", "truncated-body", "slow-body",
        "job-failed", "job-seconds", "job-unknown", "job-forgotten", "foreign-address", "clock-skew",
    ];

    /// <summary>What a caller may have repeated on top.</summary>
    public static readonly string[] RepeatedIfAsked = ["error=500", "error=503"];

    private static readonly string[] Refusals =
    [
        "error=500", "error=503", "error=400", "error=401", "error=403", "error=404", "error=406", "error=410", "html=405",
        $"redirect=301 {Elsewhere}", $"redirect=302 {Elsewhere}", $"redirect=307 {Elsewhere}", $"redirect=308 {Elsewhere}",
    ];

    private static readonly string[] Doubts =
    [
        "reset", "reset;after", "error=502", "error=502;after", "error=504", "error=504;after", "error=408", "error=408;after",
        "html=200", "html=200;after", "html=502;after", "empty-body", "truncated-body", $"redirect=303 {Elsewhere}", $"redirect=303 {Elsewhere};after",
    ];

    private static readonly string[] FailedPolls =
    [
        "error=500", "error=502", "error=503", "error=504", "error=408", "html=200", "html=502",
        "empty-body", "truncated-body", "reset", "reset-before-body",
    ];

    private static readonly string[] Ends = ["error=401", "error=403", "error=404", "error=410", "html=405", $"redirect=302 {Elsewhere}", $"redirect=307 {Elsewhere}"];

    /// <summary>What happens to a submit, and to the job that may come of it.</summary>
    public string? ForSubmit(Random random, bool repeatsServerErrors)
    {
        string[] outcome = random.NextDouble() switch
        {
            < 0.55 => [],
            < 0.60 => [$"slow-body={(canHang && random.Next(4) == 0 ? Seconds(random, 200, 900) : Short(random))}"],
            < 0.70 => ["reset-before-body"],
            < 0.80 => [.. Skew(random, 0.3), $"rate-limit={Seconds(random, -5, 20)}"],
            < 0.83 when !repeatsServerErrors => [Pick(random, ["error=500;after", "error=503;after"])],
            < 0.91 => [Pick(random, Refusals)],
            _ => [Pick(random, Doubts)],
        };
        return Join([.. outcome, .. ForJob(random)]);
    }

    /// <summary>What happens to a question about a job, and whether it may end the wait.</summary>
    public (string? Fault, bool IsEnd) ForQuestion(Random random) => random.NextDouble() switch
    {
        < 0.75 => (Join([.. Skew(random, 0.05)]), false),
        < 0.79 => ($"slow-body={(canHang ? Seconds(random, 10, 100) : Short(random))}", false),
        < 0.80 => (Join([.. Skew(random, 0.3), $"rate-limit={Seconds(random, -5, 5)}"]), false),
        < 0.995 => (Pick(random, FailedPolls), false),
        _ => (Pick(random, Ends), true),
    };

    /// <summary>What happens to a download.</summary>
    public string? ForDownload(Random random) => random.Next(3) == 0 ? Pick(random, ["error=503", "reset", "truncated-body", "error=404", $"slow-body={Short(random)}"]) : null;

    private IEnumerable<string> ForJob(Random random)
    {
        if (random.NextDouble() < 0.08)
        {
            yield return "job-failed=blocked by a filter";
        }

        if (random.NextDouble() < 0.10)
        {
            yield return $"job-seconds={Seconds(random, 0, random.Next(4) == 0 ? 5000 : 500)}";
        }

        if (random.NextDouble() < 0.08)
        {
            yield return $"job-unknown={Seconds(random, 1, 25)}";
        }

        if (random.NextDouble() < 0.04)
        {
            yield return $"job-forgotten={Seconds(random, 0, 4000)}";
        }

        if (random.NextDouble() < 0.05)
        {
            yield return "foreign-address=https://elsewhere.example";
        }
    }

    private string Short(Random random) => Seconds(random, 0.5, 8);

    private static IEnumerable<string> Skew(Random random, double share) =>
        random.NextDouble() < share ? [FormattableString.Invariant($"clock-skew={random.Next(-7200, 7200)}")] : [];

    private string Seconds(Random random, double least, double most) =>
        Math.Round((least + (random.NextDouble() * (most - least))) * second, 4).ToString(CultureInfo.InvariantCulture);

    private static string Pick(Random random, string[] faults) => faults[random.Next(faults.Length)];

    private static string? Join(string[] faults) => faults.Length == 0 ? null : string.Join(", ", faults);
}
