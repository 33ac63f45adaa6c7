namespace Kling.Cli;

/// <summary>Takes one job from its submit, or from its token, to the saved file, and reports its status.</summary>
internal sealed class JobRun(
    JobView view,
    Func<CancellationToken, Task<KlingJob>> start,
    ResultFiles files,
    Connection connection,
    IJobBoard board
)
{
    /// <summary>The job as it is shown.</summary>
    public JobView View => view;

    /// <summary>Runs it. Whatever goes wrong is in the outcome, with the job's id if there is one.</summary>
    /// <param name="timeout">How long to wait for the result; <see langword="null"/> for the client's default.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<JobOutcome> RunAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var outcome = new JobOutcome(View.Slug);
        try
        {
            KlingJob job = await start(cancellationToken);
            View.RequestId = job.RequestId;
            KlingResult result = await WaitAsync(job, timeout, cancellationToken);
            outcome = outcome with { Result = result };
            IReadOnlyList<string> saved = await SaveAsync(job, result, cancellationToken);
            connection.Records.Remove(job);
            Show("completed", isOver: true);
            return outcome with { RequestId = View.RequestId, Elapsed = View.Elapsed, Files = saved };
        }
#pragma warning disable CA1031 // One job's failure must not take the others down: it becomes part of the outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            CliFailure failure = Failures.Of(e);
            Show(failure.ExitCode is ExitCodes.TimedOut or ExitCodes.Cancelled ? "left" : "failed", isOver: true);
            return outcome with { RequestId = View.RequestId, Elapsed = View.Elapsed, Failure = failure };
        }
    }

    private async Task<KlingResult> WaitAsync(KlingJob job, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        Show(Word(job.Status));
        try
        {
            return await job.WaitForCompletionAsync(timeout, new Watch(progress => Show(Word(progress.Status))), cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new CliFailure(ExitCodes.Cancelled, $"stopped waiting for the job {job.RequestId}. {Fate(job)}", e)
            {
                RequestId = job.RequestId,
                Token = job.ToToken(),
            };
        }
        catch (Exception e) when (e is KlingJobFailedException or KlingJobExpiredException)
        {
            connection.Records.Remove(job);
            throw;
        }
        catch (KlingTimeoutException e)
        {
            string wait = FormattableString.Invariant(
                $"the job {job.RequestId} was not finished after {e.Elapsed.TotalSeconds:0.0} s; its last known state is {Word(e.LastStatus)}."
            );
            throw new CliFailure(ExitCodes.TimedOut, $"{wait} {Fate(job)}", e) { RequestId = job.RequestId, Token = job.ToToken() };
        }
    }

    private string Fate(KlingJob job) =>
        connection.IsEmulator
            ? "The emulator and its jobs end with this command."
            : FormattableString.Invariant(
                $"The job is still running and may be billed; the server keeps its record until {job.ExpiresAt.UtcDateTime:u}. Continue with: kling wait {job.ToToken()}"
            );

    private async Task<IReadOnlyList<string>> SaveAsync(KlingJob job, KlingResult result, CancellationToken cancellationToken)
    {
        try
        {
            return await files.SaveAsync(result, cancellationToken);
        }
        catch (Exception e) when (e is KlingException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            int exitCode = e is OperationCanceledException ? ExitCodes.Cancelled : Failures.Of(e).ExitCode;
            string kept = result.Outputs.Count == 0 ? "" : $" The file is kept for 7 days at {string.Join(' ', result.Outputs)}";
            throw new CliFailure(exitCode, $"the job {result.RequestId} is finished, but its file was not saved: {e.Message}{kept}", e)
            {
                RequestId = result.RequestId,
                Token = job.ToToken(),
            };
        }
    }

    // The server is done with a completed job; here its file is still to come.
    private static string Word(KlingJobStatus status) =>
        status switch
        {
            KlingJobStatus.Completed => "saving",
            KlingJobStatus.Unknown => "waiting",
            _ => status.ToString().ToLowerInvariant(),
        };

    private void Show(string state, bool isOver = false)
    {
        if (View.Enter(state, isOver))
        {
            board.Changed(View);
        }
    }

    // Progress<T> would hand its reports to other threads, out of order.
    private sealed class Watch(Action<KlingProgress> report) : IProgress<KlingProgress>
    {
        public void Report(KlingProgress value) => report(value);
    }
}
