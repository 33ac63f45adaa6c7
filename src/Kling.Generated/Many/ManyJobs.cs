using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Kling;

/// <summary>Runs the requests of a <see cref="KlingRun"/>. One enumeration drives it; submits and waits run in the background.</summary>
internal sealed class ManyJobs(
    Func<IKlingRequest, CancellationToken, Task<KlingJob>> submit,
    CostBook costs,
    IAsyncEnumerable<IKlingRequest> requests,
    KlingRunOptions options,
    CancellationToken cancellationToken
)
{
    private readonly Channel<KlingOutcome> _finished = Channel.CreateUnbounded<KlingOutcome>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private Task _lastCallback = Task.CompletedTask;
    private int _isStarted;
    private int _inFlight;
    private int _taken;
    private Task<IKlingRequest?>? _next;
    private CostQuote? _nextQuote;
    private Task<bool>? _readable;
    private bool _isOverLimit;
    private CancellationToken _enumeratorsToken;
    private ExceptionDispatchInfo? _sequenceError;

    public RunLedger Ledger { get; } = new(options.SpendLimit, costs);

    public IAsyncEnumerator<KlingOutcome> Start(CancellationToken enumeratorsToken) =>
        Interlocked.Exchange(ref _isStarted, 1) == 0
            ? EnumerateAsync(enumeratorsToken)
            : throw new InvalidOperationException(
                "A run can be enumerated only once, because a second enumeration would submit every request again. To run the requests again, call RunManyAsync again."
            );

    private async IAsyncEnumerator<KlingOutcome> EnumerateAsync(CancellationToken enumeratorsToken)
    {
        _enumeratorsToken = enumeratorsToken;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumeratorsToken);
        IAsyncEnumerator<IKlingRequest> sequence = requests.GetAsyncEnumerator(stop.Token);
        try
        {
            while (await NextAsync(sequence, stop.Token).ConfigureAwait(false) is { } outcome)
            {
                yield return outcome;
            }

            _sequenceError?.Throw();
        }
        finally
        {
            // The loop was left, or the run cancelled: the waits end, and the submits that have begun come to their answers.
            await stop.CancelAsync().ConfigureAwait(false);
            for (; _inFlight > 0; _inFlight--)
            {
                _ = await _finished.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            }

            await CloseAsync(sequence).ConfigureAwait(false);
        }
    }

    /// <summary>Submits as many requests as the limits allow, and returns the next outcome; null if all outcomes were returned.</summary>
    private async Task<KlingOutcome?> NextAsync(IAsyncEnumerator<IKlingRequest> sequence, CancellationToken stop)
    {
        while (true)
        {
            if (stop.IsCancellationRequested)
            {
                throw Cancelled();
            }

            if (_inFlight < options.MaxInFlight)
            {
                _next ??= TakeAsync(sequence);
                if (_next.IsCompletedSuccessfully)
                {
                    IKlingRequest? request = await _next.ConfigureAwait(false);
                    if (request is null && _inFlight == 0)
                    {
                        return null;
                    }

                    if (request is not null && Admit(request, stop, out KlingOutcome? refusal))
                    {
                        (_next, _nextQuote) = (null, null);
                        if (refusal is not null)
                        {
                            return refusal;
                        }

                        continue;
                    }
                }
            }

            if (_finished.Reader.TryRead(out KlingOutcome? outcome))
            {
                _inFlight--;
                return outcome;
            }

            await SomethingAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>Submits a request, or decides that it is never submitted.</summary>
    /// <returns>Whether that is decided; if not, it must wait for the jobs in flight.</returns>
    private bool Admit(IKlingRequest request, CancellationToken stop, out KlingOutcome? refusal)
    {
        refusal = null;
        Exception? cause = Ledger.Stop;
        _nextQuote ??= Quote(request);
        if (cause is null && !_isOverLimit && Ledger.TryOpen(_nextQuote))
        {
            _inFlight++;
            _ = RunAsync(_taken++, request, _nextQuote, stop);
            return true;
        }

        // What is in flight is given first, and may turn out cheaper.
        if (_inFlight > 0)
        {
            return false;
        }

        _isOverLimit |= cause is null;
        refusal = cause is null
            ? NotSubmitted(
                request,
                KlingOutcomeKind.OverSpendLimit,
                new KlingException(
                    FormattableString.Invariant(
                        $"The request was not submitted, because the run could then cost more than its limit of {options.SpendLimit} USD. Completed jobs have cost {Ledger.Spent} USD."
                    )
                )
            )
            : NotSubmitted(
                request,
                KlingOutcomeKind.Stopped,
                new KlingException(
                    $"The request was not submitted, because an earlier request failed with an error that this one would get too: {cause.Message}",
                    requestId: null,
                    cause
                )
            );
        return true;
    }

    /// <summary>The cost of a request. One that cannot be written ends as refused when it is submitted, and does not end the run.</summary>
    private static CostQuote Quote(IKlingRequest request)
    {
        try
        {
            return CostQuote.For(request);
        }
        catch (Exception)
        {
            return new CostQuote(request.Model.Slug, Key: null, request.Model.Cost);
        }
    }

    private KlingOutcome NotSubmitted(IKlingRequest request, KlingOutcomeKind kind, KlingException error) =>
        new()
        {
            Index = _taken++,
            Request = request,
            Kind = kind,
            Error = error,
        };

    /// <summary>
    /// The next request, or null at the end of the sequence. An error of the sequence is its end, and is thrown when all that runs has
    /// ended.
    /// </summary>
    private async Task<IKlingRequest?> TakeAsync(IAsyncEnumerator<IKlingRequest> sequence)
    {
        if (_sequenceError is not null)
        {
            return null;
        }

        try
        {
            return await sequence.MoveNextAsync().ConfigureAwait(false)
                ? sequence.Current ?? throw new InvalidOperationException("The sequence of requests contains null.")
                : null;
        }
        catch (Exception e)
        {
            _sequenceError = ExceptionDispatchInfo.Capture(e);
            return null;
        }
    }

    /// <summary>Waits until an outcome is there, the sequence has moved on, or the run is cancelled.</summary>
    private async Task SomethingAsync(CancellationToken stop)
    {
        if (_readable is null or { IsCompleted: true })
        {
            _readable = _finished.Reader.WaitToReadAsync(stop).AsTask();
        }

        _ = await Task.WhenAny(_readable, _next is { IsCompleted: false } next ? next : _readable).ConfigureAwait(false);
    }

    /// <summary>Submits one request and waits for its end. It never throws.</summary>
    private async Task RunAsync(int index, IKlingRequest request, CostQuote quote, CancellationToken stop)
    {
        KlingJob? job = null;
        KlingResult? result = null;
        Exception? error = null;
        try
        {
            job = await submit(request, stop).ConfigureAwait(false);
            Ledger.AddSubmitted(job);
            await HandOverAsync(job).ConfigureAwait(false);
            result = await job.WaitForCompletionAsync(options.JobTimeout, options.Progress, stop).ConfigureAwait(false);
        }
        catch (KlingCallbackException e)
        {
            if (job is null)
            {
                job = e.Job;
                Ledger.AddSubmitted(job);
            }

            error = e;
        }
        catch (Exception e)
        {
            error = e;
        }

        var outcome = new KlingOutcome
        {
            Index = index,
            Request = request,
            Kind = KindOf(job, result, error),
            Job = job,
            Result = result,
            Error = error,
        };
        Ledger.Close(outcome, quote);
        _ = _finished.Writer.TryWrite(outcome);
    }

    /// <summary>Calls the callback for one job at a time. Nothing cancels that, because a job whose token is not stored can be lost.</summary>
    private async Task HandOverAsync(KlingJob job)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _lastCallback, ended.Task).ConfigureAwait(false);
        try
        {
            await SubmittedCallback.CallAsync(options.OnSubmitted, job).ConfigureAwait(false);
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static KlingOutcomeKind KindOf(KlingJob? job, KlingResult? result, Exception? error) =>
        result is not null ? KlingOutcomeKind.Completed
        : job is not null ? KlingOutcomeKind.Failed
        : error is KlingSubmitUnconfirmedException ? KlingOutcomeKind.Unconfirmed
        : KlingOutcomeKind.Refused;

    private OperationCanceledException Cancelled() =>
        new(
            FormattableString.Invariant(
                $"The run was cancelled. Jobs submitted so far: {Ledger.Submitted.Count}. They are still running, are billed if they succeed, and can be waited for again; get them from {nameof(KlingRun.Submitted)}."
            ),
            cancellationToken.IsCancellationRequested ? cancellationToken : _enumeratorsToken
        );

    /// <summary>Ends the sequence. One that does not react to its cancellation is left to end by itself.</summary>
    private Task CloseAsync(IAsyncEnumerator<IKlingRequest> sequence)
    {
        if (_next is { IsCompleted: false } pending)
        {
            _ = AbandonAsync(pending, sequence);
            return Task.CompletedTask;
        }

        return sequence.DisposeAsync().AsTask();
    }

    private static async Task AbandonAsync(Task pending, IAsyncEnumerator<IKlingRequest> sequence)
    {
        await pending.ConfigureAwait(false);
        try
        {
            await sequence.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // No caller is left to report the error to.
        }
    }
}
