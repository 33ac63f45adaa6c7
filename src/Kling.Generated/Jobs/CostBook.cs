namespace Kling;

/// <summary>
/// What the jobs of a client have cost: each job once, whichever wait, watch or handle sees its end. Safe to use from several threads.
/// </summary>
internal sealed class CostBook
{
    /// <summary>
    /// The number of jobs that are remembered. Older jobs cannot occur again, because their records are deleted after an hour.
    /// </summary>
    private const int Remembered = 10_000;

    /// <summary>How many models and combinations of parameters are learnt. A program that has more uses the stated figures for the rest.</summary>
    private const int MostLearnt = 10_000;

    private readonly object _lock = new();
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<(string Slug, string? Key), Seen> _seen = [];

    /// <summary>Notes what a job has cost.</summary>
    /// <param name="requestId">The job.</param>
    /// <param name="slug">Its model.</param>
    /// <param name="key">The values of the parameters that decide the price, if they are known.</param>
    /// <param name="cost">The cost, if the server reported it.</param>
    public void Count(string requestId, string slug, string? key, decimal? cost)
    {
        if (cost is { } credits && Learn(requestId, slug, key, credits))
        {
            JobMetrics.Charged(slug, credits);
        }
    }

    /// <summary>Learns what a job has cost that was charged earlier, perhaps to another process.</summary>
    /// <returns>Whether the job is a new one.</returns>
    public bool Learn(string requestId, string slug, string? key, decimal cost)
    {
        lock (_lock)
        {
            if (!IsNew(requestId))
            {
                return false;
            }

            Learn((slug, null), cost);
            if (key is not null)
            {
                Learn((slug, key), cost);
            }

            return true;
        }
    }

    /// <summary>What the schema states, corrected by what the jobs have cost.</summary>
    public KlingCost Estimate(CostQuote quote)
    {
        lock (_lock)
        {
            KlingCost stated = quote.Stated;
            if (quote.Key is not null && _seen.TryGetValue((quote.Slug, quote.Key), out Seen? same))
            {
                return new KlingCost
                {
                    Lowest = same.Lowest,
                    Expected = same.Mean,
                    Highest = same.Highest,
                    Source = KlingCostSource.Learnt,
                };
            }

            return stated.Source is KlingCostSource.Rule || !_seen.TryGetValue((quote.Slug, null), out Seen? any)
                ? stated
                : new KlingCost
                {
                    Lowest = stated.Lowest is { } lowest ? Math.Min(lowest, any.Lowest) : null,
                    Expected = any.Mean,
                    Highest = stated.Highest is { } highest ? Math.Max(highest, any.Highest) : null,
                    Source = KlingCostSource.Learnt,
                };
        }
    }

    /// <summary>
    /// The highest cost that is known: of the estimate, or, without one, the higher of what is expected and what a job of the model has
    /// cost. <see langword="null"/> if nothing is known.
    /// </summary>
    public decimal? Highest(CostQuote quote)
    {
        lock (_lock)
        {
            KlingCost cost = Estimate(quote);
            return cost.Highest
                ?? (
                    _seen.TryGetValue((quote.Slug, null), out Seen? any)
                        ? Math.Max(any.Highest, quote.Stated.Expected ?? 0)
                        : cost.Expected
                );
        }
    }

    private void Learn((string Slug, string? Key) about, decimal cost)
    {
        if (_seen.TryGetValue(about, out Seen? seen))
        {
            seen.Add(cost);
        }
        else if (_seen.Count < MostLearnt)
        {
            _seen.Add(about, new Seen(cost));
        }
    }

    private bool IsNew(string requestId)
    {
        // The jobs of a mock have no id.
        if (requestId.Length == 0)
        {
            return true;
        }

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

    private sealed class Seen(decimal first)
    {
        private decimal _sum = first;
        private int _count = 1;

        public decimal Lowest { get; private set; } = first;

        public decimal Highest { get; private set; } = first;

        public decimal Mean => _sum / _count;

        public void Add(decimal cost)
        {
            _sum += cost;
            _count++;
            (Lowest, Highest) = (Math.Min(Lowest, cost), Math.Max(Highest, cost));
        }
    }
}
