namespace Kling;

/// <summary>Counts what the jobs of a client cost: each job once, whichever wait, watch or handle sees its end.</summary>
internal sealed class CostMeter
{
    /// <summary>
    /// The number of jobs that are remembered. Older jobs cannot occur again, because their records are deleted after an hour.
    /// </summary>
    private const int Remembered = 10_000;

    private readonly object _lock = new();
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Count(string requestId, string slug, decimal? cost)
    {
        if (cost is { } credits && JobMetrics.CountsCosts && IsNew(requestId))
        {
            JobMetrics.Charged(slug, credits);
        }
    }

    private bool IsNew(string requestId)
    {
        lock (_lock)
        {
            if (!_counted.Add(requestId))
            {
                return false;
            }

            _order.Enqueue(requestId);
            if (_order.Count > Remembered)
            {
                _ = _counted.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
