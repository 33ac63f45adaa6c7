using System.Diagnostics.CodeAnalysis;

namespace Kling.Emulator;

/// <summary>The jobs that were accepted, for as long as the service remembers them.</summary>
internal sealed class JobBook
{
    // Long enough to be seen by a client that polls; fixed, so that every run is the same.
    private const double QueueShare = 0.05;

    private static readonly TimeSpan UnknownDuration = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FileLifetime = TimeSpan.FromDays(7);

    private readonly object _gate = new();
    private readonly Dictionary<string, EmulatedJob> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatedJob> _byFile = new(StringComparer.Ordinal);
    private readonly Queue<EmulatedJob> _oldestFirst = new();
    private readonly SegmindEmulatorOptions _options;
    private readonly Random? _ids;
    private decimal _credits;

    public JobBook(SegmindEmulatorOptions options)
    {
        _options = options;
        _credits = options.Credits;
        _ids = options.Seed is { } seed ? new Random(seed) : null;
    }

    /// <summary>Accepts a job, unless the credits do not pay for it.</summary>
    public bool TryAdd(KlingModel model, string? prompt, string? error, DateTimeOffset now, [NotNullWhen(true)] out EmulatedJob? job)
    {
        decimal cost = model.TypicalCost ?? 1;
        TimeSpan total = (model.TypicalDuration ?? UnknownDuration) / _options.TimeScale;
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
            string id = NewId();
            job = new EmulatedJob
            {
                Id = id,
                Model = model,
                Prompt = prompt,
                SubmittedAt = now,
                QueueTime = total * QueueShare,
                InferenceTime = total - (total * QueueShare),
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
            return _byId.TryGetValue(id, out EmulatedJob? job) && now - job.SubmittedAt < _options.RecordLifetime ? job : null;
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
            && now - job.SubmittedAt >= _options.RecordLifetime)
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
