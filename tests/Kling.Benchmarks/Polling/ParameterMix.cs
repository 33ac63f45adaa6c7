namespace Kling.Benchmarks.Polling;

/// <summary>The combinations of the price-relevant parameters, each as frequent as the others.</summary>
/// <param name="Name">How much they decide.</param>
/// <param name="Spread">The spread of the logarithm among jobs with the same combination.</param>
/// <param name="Factors">What each multiplies the median with.</param>
internal sealed record ParameterMix(string Name, double Spread, double[] Factors)
{
    public static ParameterMix[] All { get; } =
    [
        new("decide nothing", PollingRun.Spread, [1, 1, 1, 1]),
        new("decide nothing, many", PollingRun.Spread, [.. Enumerable.Repeat(1.0, 16)]),
        new("0.7 to 1.45 times", 0.25, [0.7, 0.9, 1.1, 1.45]),
        new("0.5 to 2 times", 0.25, [0.5, 0.8, 1.2, 2]),
        new("0.35 to 3 times", 0.25, [0.35, 0.7, 1.4, 3]),
    ];
}
