using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>The jobs that were accepted, for as long as the service remembers them.</summary>
internal sealed class JobBook
{
    // Long enough to be seen by a client that polls; fixed, so that every run is the same.
    private const double QueueShare = 0.05;

    /// <summary>How long files are kept.</summary>
    public static readonly TimeSpan FileLifetime = TimeSpan.FromDays(7);

    private readonly object _gate = new();
    private readonly ExpiringTable<EmulatedJob> _jobs = new();

    // Files live longer than records, so nothing of the job is kept with them but the instant from which they exist.
    private readonly ExpiringTable<DateTimeOffset> _files = new();
    private readonly ExpiringTable<EmulatedJob> _history = new();
    private readonly SegmindEmulatorOptions _options;
    private readonly JobLatency _latency;
    private readonly Random? _ids;
    private decimal _credits;
    private long _accepted;

    public JobBook(SegmindEmulatorOptions options)
    {
        _options = options;
        _credits = options.Credits;
        _latency = new JobLatency(options);
        _ids = options.Seed is { } seed ? new Random(seed) : null;
    }

    /// <summary>Accepts a job, unless the credits do not pay for it.</summary>
    public bool TryAdd(KlingModel model, JsonElement body, JobPlan plan, DateTimeOffset now, [NotNullWhen(true)] out EmulatedJob? job)
    {
        KlingCost estimate = model.EstimateCost(body);
        decimal cost = estimate.Expected ?? estimate.Highest ?? 1;
        string? error = plan.Error ?? JobAnswer.WhyNotServed(model);
        lock (_gate)
        {
            job = null;
            if (cost > _credits)
            {
                return false;
            }

            // A job that fails is not billed.
            _credits -= error is null ? cost : 0;
            TimeSpan total = plan.Duration ?? _latency.Next(model);
            job = new EmulatedJob
            {
                Id = NewId(),
                Number = _accepted++,
                Model = model,
                Body = body,
                SubmittedAt = now,
                QueueTime = total * QueueShare,
                InferenceTime = total - (total * QueueShare),
                OutputLateBy = plan.OutputLateBy,
                KnownFrom = now + plan.UnknownFor,
                KnownUntil = now + (plan.ForgottenAfter ?? _options.RecordLifetime),
                ListedFrom = now + _options.HistoryLag + plan.ListedLateBy,
                Error = error,
                FileName = NewId() + SampleFile.Of(model).Extension,
                Cost = cost,
                RemainingCredits = _credits,
            };
            Keep(job, now);
            return true;
        }
    }

    /// <summary>The job, unless its record has expired.</summary>
    public EmulatedJob? Find(string id, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _jobs.TryFind(id, now, out EmulatedJob? job) && now >= job.KnownFrom && now < job.KnownUntil ? job : null;
        }
    }

    /// <summary>Every job that is remembered, the oldest first.</summary>
    public IReadOnlyList<EmulatorJob> All()
    {
        lock (_gate)
        {
            return [.. _jobs.Values.OrderBy(static job => job.Number).Select(static job => job.Show())];
        }
    }

    /// <summary>What is left of the credits.</summary>
    public decimal Credits
    {
        get
        {
            lock (_gate)
            {
                return _credits;
            }
        }
    }

    /// <summary>The jobs that the account's history lists, in no order.</summary>
    public IReadOnlyList<EmulatedJob> History(DateTimeOffset now)
    {
        lock (_gate)
        {
            return [.. _history.Values.Where(job => now >= job.ListedFrom && now < job.SubmittedAt + _options.HistoryLifetime)];
        }
    }

    /// <summary>A job of the account's history.</summary>
    public EmulatedJob? FindInHistory(string id, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _history.TryFind(id, now, out EmulatedJob? job) && now >= job.ListedFrom ? job : null;
        }
    }

    /// <summary>Whether there is such a file: from the job's completion on, for seven days.</summary>
    public bool HasFile(string name, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _files.TryFind(name, now, out DateTimeOffset from) && now >= from;
        }
    }

    private void Keep(EmulatedJob job, DateTimeOffset now)
    {
        // A job that is made to be unknown earlier is still shown until its hour is over.
        DateTimeOffset recorded = now + _options.RecordLifetime;
        _jobs.Add(job.Id, job, now, job.KnownUntil > recorded ? job.KnownUntil : recorded);
        if (_options.HistoryLifetime > TimeSpan.Zero)
        {
            _history.Add(job.Id, job, now, now + _options.HistoryLifetime);
        }

        if (job.Error is null)
        {
            DateTimeOffset finished = now + job.TotalTime;
            _files.Add(job.FileName, finished, now, finished + FileLifetime);
        }
    }

    private string NewId()
    {
        if (_ids is null)
        {
            return Guid.NewGuid().ToString("N");
        }

        Span<byte> bytes = stackalloc byte[16];
        _ids.NextBytes(bytes);
        return new Guid(bytes).ToString("N");
    }
}
