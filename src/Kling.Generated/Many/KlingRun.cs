namespace Kling;

/// <summary>
/// A run of many requests. Enumerate it to submit the requests; it returns each outcome as soon as it is known, in order of completion.
/// Every request has exactly one outcome, and one failure does not affect the other requests.
/// </summary>
/// <remarks>
/// <para>Nothing happens before the run is enumerated. It can be enumerated only once, because a second enumeration would submit all
/// requests again. Requests are read one by one when the limits allow another job, and only while you wait for the next outcome: while you
/// process an outcome, nothing new is submitted.</para>
/// <para>After 401, 406, a redirect, or an error of <see cref="KlingRunOptions.OnSubmitted"/> or
/// <see cref="KlingClientOptions.OnSubmitted"/>, which
/// every later request would get too, nothing more is submitted; the outcome of all other requests is
/// <see cref="KlingOutcomeKind.Stopped"/>.</para>
/// <para>If you cancel the run or leave the loop, nothing more is submitted and the waits end, but the jobs continue. A submit that is in
/// progress still
/// waits for its response, within
/// <see cref="KlingClientOptions.SubmitTimeout"/>, so that no id is lost: when the enumeration has ended, for any reason,
/// <see cref="Submitted"/> and <see cref="Unconfirmed"/> are complete.</para>
/// </remarks>
public class KlingRun : IAsyncEnumerable<KlingOutcome>
{
    private readonly ManyJobs? _jobs;

    /// <summary>For mocking. Members that are not overridden throw.</summary>
    protected KlingRun() { }

    internal KlingRun(ManyJobs jobs) => _jobs = jobs;

    /// <summary>
    /// Every job that was submitted so far, in the order of the server's responses. It is a snapshot that can be read at any time and from
    /// any thread.
    /// </summary>
    public virtual IReadOnlyList<KlingJob> Submitted => Jobs.Ledger.Submitted;

    /// <summary>
    /// The outcomes so far for which it is unknown whether the server accepted the request. Look them up with
    /// <see cref="KlingClient.ResolveAsync(KlingSubmitUnconfirmedException, KlingResolveOptions?, CancellationToken)"/>. It is a snapshot too.
    /// </summary>
    public virtual IReadOnlyList<KlingOutcome> Unconfirmed => Jobs.Ledger.Unconfirmed;

    /// <summary>The cost of the jobs that have completed so far, in US dollars, as far as the server reported it.</summary>
    public virtual decimal Spent => Jobs.Ledger.Spent;

    private ManyJobs Jobs =>
        _jobs
        ?? throw new InvalidOperationException($"This {nameof(KlingRun)} did not come from a client. Override the member to mock it.");

    /// <summary>Starts the run.</summary>
    /// <param name="cancellationToken">
    /// Cancels the run, like the token of
    /// <see cref="KlingClient.RunManyAsync(IEnumerable{IKlingRequest}, KlingRunOptions?, CancellationToken)"/>.
    /// </param>
    /// <returns>The outcomes, in order of completion.</returns>
    /// <exception cref="InvalidOperationException">The run was already started.</exception>
    /// <remarks>
    /// The enumeration throws an <see cref="OperationCanceledException"/> if it is cancelled. If the sequence of requests throws, the
    /// enumeration throws that exception after all submitted jobs have ended.
    /// </remarks>
    public virtual IAsyncEnumerator<KlingOutcome> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Jobs.Start(cancellationToken);
}
