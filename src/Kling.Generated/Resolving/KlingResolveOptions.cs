namespace Kling;

/// <summary>How an unconfirmed submit is looked up in the account's history.</summary>
public sealed record KlingResolveOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after the submit a request may still appear in the history. Only after it, a request that is missing counts as not accepted.
    /// </summary>
    /// <value>
    /// From zero to one day. The default is 10 min. The real delay is not documented; Segmind's own Python client says that a request can
    /// appear late. If it is too short, <see cref="KlingResolutionKind.NotFound"/> can be wrong.
    /// </value>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How much the server's clock may differ from the client's.</summary>
    /// <value>From zero to one day. The default is 2 min.</value>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The ids of jobs that are known to belong to other submits. Those that this client has submitted are known to it.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyCollection<string> KnownRequestIds { get; init; } = [];

    /// <summary>
    /// Whether to wait for an answer, until <see cref="SettleTime"/> is over if need be. Otherwise the history is read once, and the answer can
    /// be <see cref="KlingResolutionKind.NotSettled"/>.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool WaitUntilSettled { get; init; } = true;

    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    internal KlingResolveOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(KnownRequestIds);
        Check(SettleTime, nameof(SettleTime));
        Check(ClockTolerance, nameof(ClockTolerance));
        return this;
    }

    private static void Check(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero || time > Longest)
        {
            throw new ArgumentOutOfRangeException(name, time, $"{name} must be between zero and one day.");
        }
    }
}
