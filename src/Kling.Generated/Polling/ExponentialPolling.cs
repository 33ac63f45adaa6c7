namespace Kling;

internal sealed class ExponentialPolling : PollingStrategy
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private readonly TimeSpan _first;
    private readonly TimeSpan _longest;
    private readonly double _factor;

    public ExponentialPolling(TimeSpan first, TimeSpan longest, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longest, Limit);
        if (!(factor >= 1 && double.IsFinite(factor)))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be a number of at least 1.");
        }

        _first = first;
        _longest = longest;
        _factor = factor;
    }

    public override TimeSpan NextDelay(PollingContext context)
    {
        double seconds = _first.TotalSeconds * Math.Pow(_factor, context.Polls);
        return seconds < _longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : _longest;
    }
}
