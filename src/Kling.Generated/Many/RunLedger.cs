namespace Kling;

/// <summary>The jobs, the cost and the expected cost of a run. Safe to use from several threads.</summary>
internal sealed class RunLedger(decimal? limit)
{
    private readonly object _gate = new();
    private readonly List<KlingJob> _submitted = [];
    private readonly List<KlingOutcome> _unconfirmed = [];
    private readonly Dictionary<string, ModelCosts> _costs = new(StringComparer.Ordinal);
    private decimal _spent;
    private int _billed;
    private Exception? _stop;

    public IReadOnlyList<KlingJob> Submitted
    {
        get
        {
            lock (_gate)
            {
                return [.. _submitted];
            }
        }
    }

    public IReadOnlyList<KlingOutcome> Unconfirmed
    {
        get
        {
            lock (_gate)
            {
                return [.. _unconfirmed];
            }
        }
    }

    public decimal Spent
    {
        get
        {
            lock (_gate)
            {
                return _spent;
            }
        }
    }

    /// <summary>Why nothing more may be submitted, or null.</summary>
    public Exception? Stop
    {
        get
        {
            lock (_gate)
            {
                return _stop;
            }
        }
    }

    /// <summary>Notes that a request is being submitted, if the spend limit allows it.</summary>
    public bool TryOpen(KlingModel model)
    {
        lock (_gate)
        {
            ModelCosts costs = CostsOf(model);
            if (limit is { } most && _spent + _costs.Values.Sum(other => other.Open * Expected(other)) + Expected(costs) > most)
            {
                return false;
            }

            costs.Open++;
            return true;
        }
    }

    public void AddSubmitted(KlingJob job)
    {
        lock (_gate)
        {
            _submitted.Add(job);
        }
    }

    /// <summary>Notes how a request that was opened has ended.</summary>
    public void Close(KlingOutcome outcome)
    {
        lock (_gate)
        {
            ModelCosts costs = CostsOf(outcome.Request.Model);
            if (outcome.Result?.Metrics?.Cost is { } cost)
            {
                costs.Add(cost);
                _spent += cost;
                _billed++;
            }
            else if (!IsFree(outcome))
            {
                // Not known to be billed and not known to be free: it stays open, and is counted at what is expected.
                costs.Open++;
            }

            costs.Open--;
            if (outcome.Kind is KlingOutcomeKind.Unconfirmed)
            {
                _unconfirmed.Add(outcome);
            }

            if (StopsAll(outcome))
            {
                _stop ??= outcome.Error;
            }
        }
    }

    /// <summary>Whether it is certain that the request is not billed. After a 500 or 503, the server may still have accepted it.</summary>
    private static bool IsFree(KlingOutcome outcome) =>
        outcome.Error is KlingJobFailedException
        || (
            outcome.Kind is KlingOutcomeKind.Refused
            && !(outcome.Error is KlingApiException { StatusCode: var status } && ErrorKinds.IsServerError(status))
        );

    /// <summary>Whether every other request would get the same error, or the ids of further jobs could not be stored.</summary>
    private static bool StopsAll(KlingOutcome outcome) =>
        outcome.Error switch
        {
            KlingApiException { Kind: var kind } => kind
                is KlingErrorKind.Unauthorized
                    or KlingErrorKind.InsufficientCredits
                    or KlingErrorKind.SpendLimit
                    or KlingErrorKind.NotAcceptable
                    or KlingErrorKind.InvalidContentType
                    or KlingErrorKind.Redirected,
            KlingCallbackException => true,
            _ => false,
        };

    private decimal Expected(ModelCosts costs) => costs.Mean ?? costs.Typical ?? (_billed > 0 ? _spent / _billed : 0);

    private ModelCosts CostsOf(KlingModel model)
    {
        if (!_costs.TryGetValue(model.Slug, out ModelCosts? costs))
        {
            costs = new ModelCosts(model.TypicalCost);
            _costs.Add(model.Slug, costs);
        }

        return costs;
    }

    private sealed class ModelCosts(decimal? typical)
    {
        private decimal _sum;
        private int _count;

        public decimal? Typical => typical;

        /// <summary>How many are in flight, or ended so that nothing is known of their cost.</summary>
        public int Open { get; set; }

        public decimal? Mean => _count > 0 ? _sum / _count : null;

        public void Add(decimal cost)
        {
            _sum += cost;
            _count++;
        }
    }
}
