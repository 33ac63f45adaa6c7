namespace Kling.Emulator;

/// <summary>Polls an emulator as another strategy polls the service: as often for each job, in a time that is shorter by the scale.</summary>
/// <param name="real">The strategy, which sees the times of the service.</param>
/// <param name="scale">How many times faster than the service the emulator is.</param>
internal sealed class ScaledPolling(PollingStrategy real, double scale) : PollingStrategy
{
    public override TimeSpan NextDelay(PollingContext context) => Times(real.NextDelay(AtService(context)), 1 / scale);

    public override void OnCompleted(PollingContext context, TimeSpan duration) => real.OnCompleted(AtService(context), Times(duration, scale));

    // The expected duration is the model's, which is of the service already.
    private PollingContext AtService(PollingContext context) => new()
    {
        Slug = context.Slug,
        Status = context.Status,
        ExpectedDuration = context.ExpectedDuration,
        Elapsed = Times(context.Elapsed, scale),
        QueuedUntil = context.QueuedUntil is { } queued ? Times(queued, scale) : null,
        Polls = context.Polls,
    };

    private static TimeSpan Times(TimeSpan time, double factor) => TimeSpan.FromTicks((long)Math.Min(time.Ticks * factor, EmulatorFault.LongestTime.Ticks));
}
