using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>The jobs that were accepted, for as long as the service remembers them.</summary>
internal sealed class JobBook
{
    // Long enough to be seen by a client that polls; fixed, so that every run is the same.
    private const double QueueShare = 0.05;

    private static readonly TimeSpan FileLifetime = TimeSpan.FromDays(7);

    private readonly object _gate = new();
    private readonly Dictionary<string, EmulatedJob> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatedJob> _byFile = new(StringComparer.Ordinal);
    private readonly Queue<EmulatedJob> _oldestFirst = new();
    private readonly SegmindEmulatorOptions _options;
    private readonly JobLatency _latency;
    private readonly Random? _ids;
    private decimal _credits;

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
        decimal cost = model.TypicalCost ?? 1;
        string? error = plan.Error ?? JobAnswer.WhyNotServed(model);
        lock (_gate)
        {
            Forget(now);
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
                Model = model,
                Body = body,
                SubmittedAt = now,
                QueueTime = total * QueueShare,
                InferenceTime = total - (total * QueueShare),
                KnownFrom = now + plan.UnknownFor,
                KnownUntil = now + (plan.ForgottenAfter ?? _options.RecordLifetime),
                Error = error,
                FileName = NewId() + ".mp4",
                Cost = cost,
                RemainingCredits = _credits,
            };
            _byId.Add(job.Id, job);
            _byFile.Add(job.FileName, job);
            _oldestFirst.Enqueue(job);
            return true;
        }
    }

    /// <summary>The job, unless its record has expired.</summary>
    public EmulatedJob? Find(string id, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out EmulatedJob? job) && now >= job.KnownFrom && now < job.KnownUntil ? job : null;
        }
    }

    /// <summary>Every job that is remembered, the oldest first.</summary>
    public IReadOnlyList<EmulatorJob> All()
    {
        lock (_gate)
        {
            return [.. _oldestFirst.Select(static job => job.Show())];
        }
    }

    /// <summary>Whether there is such a file: from the job's completion on, for seven days.</summary>
    public bool HasFile(string name, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _byFile.TryGetValue(name, out EmulatedJob? job)
                && job.StateAt(now) is JobState.Completed
                && now - job.SubmittedAt - job.TotalTime < FileLifetime;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_oldestFirst.TryPeek(out EmulatedJob? job)
            && now - job.SubmittedAt - job.TotalTime >= FileLifetime
            && now >= job.KnownUntil)
        {
            _ = _oldestFirst.Dequeue();
            _ = _byId.Remove(job.Id);
            _ = _byFile.Remove(job.FileName);
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
