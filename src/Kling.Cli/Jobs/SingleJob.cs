namespace Kling.Cli;

/// <summary>Runs one job, shows it, and says how it ended.</summary>
internal sealed class SingleJob(JobView view, Func<CancellationToken, Task<KlingJob>> start, ResultFiles files, Connection connection)
{
    /// <summary>Runs it to its end, or to the end of the time.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TimeSpan? timeout, CliHost host, Screen screen, CancellationToken cancellationToken)
    {
        IJobBoard board = JobBoard.For(host, screen);
        var run = new JobRun(view, start, files, connection, board);
        var outcome = new JobOutcome(view.Slug);
        await board.ShowAsync([view], async () => outcome = await run.RunAsync(timeout, cancellationToken));
        if (outcome.Failure is { } failure)
        {
            return screen.Fail(failure);
        }

        foreach (string file in outcome.Files)
        {
            screen.Line(host.ShortPath(file));
        }

        screen.Note(OutcomeText.Sentence(outcome));
        screen.Document(outcome.WriteTo);
        return ExitCodes.Ok;
    }
}
