namespace Kling;

/// <summary>
/// What is believed of how long a model's jobs take, or those with certain parameters: the logarithm of the seconds is normal, with a mean
/// that is known as well as <see cref="Weight"/> jobs would tell it.
/// </summary>
/// <remarks>
/// The mean follows the normal distribution's conjugate update, the spread that of the inverse gamma distribution, both with two guards. A
/// job that lies further out than
/// <see cref="Farthest"/> spreads counts as if it lay there, so that one stuck job does not stretch the schedule of all. And no more than
/// <see cref="LongestMemory"/> jobs are remembered, so that a model that becomes faster or slower is followed.
/// </remarks>
internal sealed class LatencyBelief
{
    // The spread of the logarithm: two of three jobs end between 0.7 and 1.4 times the median.
    private const double TypicalSpread = 0.36;

    // The schema's figure counts as three jobs, the spread as eight: figures drift by a third, and ten jobs should outweigh them.
    private const double TypicalWeight = 3;
    private const double SpreadWeight = 8;

    // A minute, of which a seventh of a job is known: two of three models lie between 22 s and 165 s.
    private const double UnknownSeconds = 60;
    private const double UnknownWeight = 0.15;

    // With certain parameters a job may take a fraction or a multiple of the model's median: a third of a job is known.
    private const double ParametersWeight = 0.3;

    private const double Farthest = 3;
    private const double LongestMemory = 30;
    private const double LeastSpread = 0.1;
    private const double ShortestSeconds = 0.1;

    private static readonly LatencyBelief OfSchema = new(logMedian: 0, TypicalSpread, TypicalWeight, SpreadWeight);
    private static readonly LatencyBelief OfNothing = new(Math.Log(UnknownSeconds), TypicalSpread, UnknownWeight, SpreadWeight);

    private static readonly LatencyBelief OfParameters = new(logMedian: 0, TypicalSpread, ParametersWeight, SpreadWeight);

    private readonly double _logMedian;
    private readonly double _spread;
    private readonly double _jobs;

    private LatencyBelief(double logMedian, double spread, double weight, double jobs)
    {
        (_logMedian, _spread, Weight, _jobs) = (logMedian, spread, weight, jobs);
        Spread = spread * Math.Sqrt(1 + (1 / weight));
        Scale = 1 / MeanOfInverseRootHazard();
    }

    /// <summary>Another median. The hazard scales with it, so that the sum need not be made again.</summary>
    private LatencyBelief(LatencyBelief like, double logMedian)
    {
        (_logMedian, _spread, Weight, _jobs, Spread) = (logMedian, like._spread, like.Weight, like._jobs, like.Spread);
        Scale = like.Scale * Math.Exp((like._logMedian - logMedian) / 2);
    }

    /// <summary>The median, in seconds.</summary>
    public double Median => Math.Exp(_logMedian);

    /// <summary>The standard deviation of the logarithm of the next job's seconds, including the uncertainty of the mean.</summary>
    public double Spread { get; }

    /// <summary>How many jobs the mean is worth.</summary>
    public double Weight { get; }

    /// <summary>What the root of the hazard is multiplied with to give polls whose mean gap is one second.</summary>
    public double Scale { get; }

    /// <summary>Before any job has been seen.</summary>
    /// <param name="typical">How long a job usually takes, if that is known.</param>
    public static LatencyBelief Before(TimeSpan? typical) =>
        typical is { Ticks: > 0 } known ? new(OfSchema, Math.Log(Math.Max(known.TotalSeconds, ShortestSeconds))) : OfNothing;

    /// <summary>Before any job with certain parameters has been seen, if this is what is believed of all jobs of the model.</summary>
    public LatencyBelief BeforeParameters() => new(OfParameters, _logMedian);

    /// <summary>After one more job.</summary>
    public LatencyBelief After(TimeSpan duration)
    {
        double residual = Math.Log(Math.Max(duration.TotalSeconds, ShortestSeconds)) - _logMedian;
        residual = Math.Clamp(residual, -Farthest * Spread, Farthest * Spread);
        double variance = ((_jobs * _spread * _spread) + (residual * residual * Weight / (Weight + 1))) / (_jobs + 1);
        return new LatencyBelief(
            _logMedian + (residual / (Weight + 1)),
            Math.Max(Math.Sqrt(variance), LeastSpread),
            Math.Min(Weight + 1, LongestMemory),
            Math.Min(_jobs + 1, LongestMemory)
        );
    }

    /// <summary>The rate at which a job that has not ended by then ends, per second.</summary>
    /// <param name="seconds">The job's age; more than zero.</param>
    public double Hazard(double seconds) => NormalTail.Hazard((Math.Log(seconds) - _logMedian) / Spread) / (Spread * seconds);

    /// <summary>
    /// The mean of one over the root of the hazard, over the ends of jobs whose median is right: a plain sum over the normal distribution.
    /// Doubts about the mean spread the polls over a longer time, but make them no denser.
    /// </summary>
    private double MeanOfInverseRootHazard()
    {
        const double Limit = 4;
        const double Step = 0.125;
        double sum = 0;
        for (double z = -Limit; z <= Limit; z += Step)
        {
            sum += NormalTail.Density(z) * Step / Math.Sqrt(Hazard(Math.Exp(_logMedian + (_spread * z))));
        }

        return sum;
    }
}
