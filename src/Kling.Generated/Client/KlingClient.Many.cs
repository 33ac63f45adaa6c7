namespace Kling;

/// <content>Runs of many requests.</content>
public partial class KlingClient
{
    /// <summary>
    /// Runs many requests: submits them with limits on their number and cost, and returns each outcome as soon as it is known. Enumerate
    /// the run to start it.
    /// </summary>
    /// <param name="requests">The requests. They are read one by one, when the limits allow another job.</param>
    /// <param name="options">The limits and callbacks; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops new submits and ends the waits. It does not stop the jobs, and no id is lost.</param>
    /// <returns>The run. <see cref="KlingRun.Submitted"/> lists its jobs at any time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public virtual KlingRun RunManyAsync(
        IEnumerable<IKlingRequest> requests,
        KlingRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(requests);
        return RunManyAsync(OneByOneAsync(requests), options, cancellationToken);
    }

    /// <summary>Runs many requests that arrive one by one, for example from a queue, a file or a database.</summary>
    /// <param name="requests">The requests. The sequence is cancelled when the run is cancelled or its enumeration is stopped.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public virtual KlingRun RunManyAsync(
        IAsyncEnumerable<IKlingRequest> requests,
        KlingRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(requests);
        return new KlingRun(new ManyJobs(SubmitForRunAsync, _costs, requests, (options ?? new KlingRunOptions()).Checked(), cancellationToken));
    }

    /// <summary>Submits a request of a run. A mock's own submit is called, because it has no connection.</summary>
    private Task<KlingJob> SubmitForRunAsync(IKlingRequest request, CancellationToken cancellationToken) =>
        _transport is null
            ? SubmitAsync(request, cancellationToken)
            : ValidateAndSubmitAsync(request, SubmitCancellation.AfterResponse, cancellationToken);

    private static async IAsyncEnumerable<IKlingRequest> OneByOneAsync(IEnumerable<IKlingRequest> requests)
    {
        foreach (IKlingRequest request in requests)
        {
            yield return request;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
