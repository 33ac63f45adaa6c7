namespace Kling.Emulator;

/// <summary>
/// How long jobs take: log-normally distributed around the model's typical duration, which is the median. Not safe for use by many threads.
/// </summary>
internal sealed class JobLatency(SegmindEmulatorOptions options)
{
    private static readonly TimeSpan UnknownDuration = TimeSpan.FromSeconds(60);

    // Of its own, so that the ids of a seed are the same with any spread.
    private readonly Random _random = options.Seed is { } seed ? new Random(~seed) : new Random();

    public TimeSpan Next(KlingModel model)
    {
        double ticks = (model.TypicalDuration ?? UnknownDuration).Ticks / options.TimeScale;
        ticks *= options.LatencySpread == 0 ? 1 : Math.Exp(options.LatencySpread * Normal());
        return TimeSpan.FromTicks((long)Math.Round(Math.Min(ticks, EmulatorFault.LongestTime.Ticks)));
    }

    // Box and Muller: two even random numbers make a normal one.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
