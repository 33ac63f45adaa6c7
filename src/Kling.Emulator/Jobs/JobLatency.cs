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
        TimeSpan typical = (model.TypicalDuration ?? UnknownDuration) / options.TimeScale;
        return options.LatencySpread == 0 ? typical : typical * Math.Exp(options.LatencySpread * Normal());
    }

    // Box and Muller: two even random numbers make a normal one.
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
