namespace Kling;

/// <summary>
/// Many requests under way: enumerate it, and it submits them and returns each outcome as soon as it is known, in order of completion. Every request has exactly one outcome,
/// and one failure does not affect the other requests.
/// </summary>
/// <remarks>
/// <para>Nothing happens before it is enumerated, and it can be enumerated once: a second time would submit all again. Requests are taken from their sequence one by one when there is room, and only
/// while the next outcome is asked for: while you handle one, nothing new is submitted.</para>
/// <para>After 401, 406, a redirect, or an error of <see cref="KlingRunOptions.OnSubmitted"/> or <see cref="KlingClientOptions.OnSubmitted"/>, which every later request would get too, nothing more is submitted;
/// the rest of the sequence is given as <see cref="KlingOutcomeKind.Stopped"/>.</para>
/// <para>If you cancel the run or leave the loop, nothing more is submitted and the waits end; the jobs continue. A submit that is in progress still waits for its response, within
/// <see cref="KlingClientOptions.SubmitTimeout"/>, so that no id is lost: when the enumeration has ended, for any reason, <see cref="Submitted"/> and <see cref="Unconfirmed"/> are complete.</para>
/// </remarks>
public class KlingRun : IAsyncEnumerable<KlingOutcome>
{
    private readonly ManyJobs? _jobs;

    /// <summary>For mocking: what is not overridden then fails.</summary>
    protected KlingRun()
    {
    }

    internal KlingRun(ManyJobs jobs) => _jobs = jobs;

    /// <summary>Every job that was submitted so far, in the order of the server's answers. A snapshot; it can be read at any time and from any thread.</summary>
    public virtual IReadOnlyList<KlingJob> Submitted => Jobs.Ledger.Submitted;

    /// <summary>The outcomes so far of which it is not known whether the server took the request: look at the account's usage. A snapshot, as well.</summary>
    public virtual IReadOnlyList<KlingOutcome> Unconfirmed => Jobs.Ledger.Unconfirmed;

    /// <summary>What the jobs that completed so far have cost, in credits, as far as the server told.</summary>
    public virtual decimal Spent => Jobs.Ledger.Spent;

    private ManyJobs Jobs => _jobs ?? throw new InvalidOperationException($"This {nameof(KlingRun)} did not come from a client. Override the member to mock it.");

    /// <summary>Starts the run.</summary>
    /// <param name="cancellationToken">Stops it, as the token given to <see cref="KlingClient.RunManyAsync(IEnumerable{IKlingRequest}, KlingRunOptions?, CancellationToken)"/> does.</param>
    /// <returns>The outcomes, as they come.</returns>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <remarks>
    /// The enumeration ends in an <see cref="OperationCanceledException"/> when it is cancelled, and in the error of the sequence of requests if that throws, after all that was submitted has come to its end.
    /// </remarks>
    public virtual IAsyncEnumerator<KlingOutcome> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Jobs.Start(cancellationToken);
}
