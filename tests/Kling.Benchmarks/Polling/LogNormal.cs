namespace Kling.Benchmarks.Polling;

/// <summary>How long simulated jobs take.</summary>
/// <param name="Median">In seconds.</param>
/// <param name="Spread">The standard deviation of the logarithm.</param>
internal sealed record LogNormal(double Median, double Spread)
{
    /// <summary>The probability density at an age, per second.</summary>
    public double Density(double seconds)
    {
        double z = Math.Log(seconds / Median) / Spread;
        return Math.Exp(-0.5 * z * z) / (seconds * Spread * Math.Sqrt(2 * Math.PI));
    }

    /// <summary>One job's duration.</summary>
    public TimeSpan Next(Random random)
    {
        // Box and Muller.
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromSeconds(Median * Math.Exp(Spread * normal));
    }
}
