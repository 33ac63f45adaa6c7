namespace Kling;

/// <summary>The jobs, the cost and the reserved cost of a run. Safe to use from several threads.</summary>
internal sealed class RunLedger(decimal? limit, CostBook costs)
{
    private readonly object _gate = new();
    private readonly List<KlingJob> _submitted = [];
    private readonly List<KlingOutcome> _unconfirmed = [];
    private readonly Dictionary<(string Slug, string? Key), Reserved> _reserved = [];
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
    public bool TryOpen(CostQuote quote)
    {
        lock (_gate)
        {
            if (limit is { } most && _spent + _reserved.Values.Sum(other => other.Open * Highest(other.Quote)) + Highest(quote) > most)
            {
                return false;
            }

            Of(quote).Open++;
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
    public void Close(KlingOutcome outcome, CostQuote quote)
    {
        lock (_gate)
        {
            if (outcome.Result?.Metrics?.Cost is { } cost)
            {
                costs.Count(outcome.Job?.RequestId ?? "", quote.Slug, quote.Key, cost);
                _spent += cost;
                _billed++;
                Of(quote).Open--;
            }
            else if (IsFree(outcome))
            {
                Of(quote).Open--;
            }

            // Otherwise it is not known to be billed and not known to be free: its cost stays reserved.
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

    /// <summary>What is reserved for a job: the highest cost that is known, or the mean of the run's completed jobs.</summary>
    private decimal Highest(CostQuote quote) => costs.Highest(quote) ?? (_billed > 0 ? _spent / _billed : 0);

    private Reserved Of(CostQuote quote)
    {
        if (!_reserved.TryGetValue((quote.Slug, quote.Key), out Reserved? reserved))
        {
            reserved = new Reserved(quote);
            _reserved.Add((quote.Slug, quote.Key), reserved);
        }

        return reserved;
    }

    /// <summary>The requests of one price.</summary>
    private sealed class Reserved(CostQuote quote)
    {
        public CostQuote Quote => quote;

        /// <summary>How many are in flight, or ended so that nothing is known of their cost.</summary>
        public int Open { get; set; }
    }
}
