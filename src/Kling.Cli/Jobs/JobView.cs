namespace Kling.Cli;

/// <summary>What there is to show of a job while it runs. Several threads may read it.</summary>
internal sealed class JobView(string slug, TimeSpan? expected, TimeProvider clock)
{
    private readonly long _begun = clock.GetTimestamp();
    private readonly Lock _gate = new();
    private TimeSpan? _total;
    private string _state = "submitting";

    /// <summary>The model.</summary>
    public string Slug { get; } = slug;

    /// <summary>What it is called: the model, unless it has a name of its own.</summary>
    public string Name { get; init; } = slug;

    /// <summary>Whether the id of the job is stored, so that it need not be shown.</summary>
    public bool IsStored { get; init; }

    /// <summary>How long it had already run when it was first shown.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>How long such a job usually takes, or <see langword="null"/>.</summary>
    public TimeSpan? Expected => expected;

    /// <summary>The server's id of the job, once it is known.</summary>
    public string? RequestId { get; set; }

    /// <summary>A word for its status.</summary>
    public string State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Whether it has come to an end, good or bad.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _total is not null;
            }
        }
    }

    /// <summary>The time since the submit; it stops when the job ends.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _total ?? Before + clock.GetElapsedTime(_begun);
            }
        }
    }

    /// <summary>The state, the time and the usual time in words.</summary>
    public string Times
    {
        get
        {
            string usual = expected is { } time ? FormattableString.Invariant($" (usually {time.TotalSeconds:0.#} s)") : "";
            return FormattableString.Invariant($"{State}, {Elapsed.TotalSeconds:0.0} s{(IsOver ? "" : usual)}");
        }
    }

    /// <summary>How much is probably done: 1 at the end only.</summary>
    public double Share =>
        IsOver ? 1
        : expected is { } time ? Math.Min(0.99, Elapsed / time)
        : 0;

    /// <summary>Takes a new state.</summary>
    /// <returns>Whether it is another one than before.</returns>
    public bool Enter(string state, bool isOver = false)
    {
        lock (_gate)
        {
            bool isNew = _state != state;
            _state = state;
            if (isOver)
            {
                _total ??= Before + clock.GetElapsedTime(_begun);
            }

            return isNew;
        }
    }
}
