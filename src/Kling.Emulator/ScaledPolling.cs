namespace Kling.Emulator;

/// <summary>
/// Polls an emulator like another strategy polls the service: the same number of polls per job, in a time that is divided by the scale.
/// </summary>
/// <param name="real">The strategy. Its times are those of the service.</param>
/// <param name="scale">How many times faster the emulator is than the service.</param>
internal sealed class ScaledPolling(PollingStrategy real, double scale) : PollingStrategy
{
    public override TimeSpan NextDelay(PollingContext context) => Times(real.NextDelay(AtService(context)), 1 / scale);

    public override void OnCompleted(PollingContext context, TimeSpan duration) =>
        real.OnCompleted(AtService(context), Times(duration, scale));

    // The expected duration is the model's, which is of the service already.
    private PollingContext AtService(PollingContext context) =>
        new()
        {
            Slug = context.Slug,
            PriceKey = context.PriceKey,
            Status = context.Status,
            ExpectedDuration = context.ExpectedDuration,
            Elapsed = Times(context.Elapsed, scale),
            QueuedUntil = context.QueuedUntil is { } queued ? Times(queued, scale) : null,
            Polls = context.Polls,
        };

    private static TimeSpan Times(TimeSpan time, double factor) =>
        TimeSpan.FromTicks((long)Math.Min(time.Ticks * factor, EmulatorFault.LongestTime.Ticks));
}
