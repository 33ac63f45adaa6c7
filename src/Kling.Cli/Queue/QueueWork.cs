using System.Data.Common;
using System.Net.Sockets;

namespace Kling.Cli;

/// <summary>Works on a queue, and shows the tickets that any worker of it works on.</summary>
/// <param name="jobs">The queue.</param>
/// <param name="expected">How long a job of a model usually takes.</param>
/// <param name="ended">Is called with each ticket that has ended meanwhile, whichever worker has worked on it.</param>
/// <param name="isEmulator">Whether the jobs end with this command.</param>
/// <param name="board">Shows the tickets.</param>
/// <param name="host">The process around.</param>
internal sealed class QueueWork(
    KlingJobs jobs,
    Func<string, TimeSpan?> expected,
    Action<KlingTicket> ended,
    bool isEmulator,
    IJobBoard board,
    CliHost host
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Guid, JobView> _views = [];
    private string _position = "";

    /// <summary>Works until it is cancelled, or until nothing is left to do. Submits that are in flight are finished first.</summary>
    /// <exception cref="CliFailure">Another process works on the same SQLite file.</exception>
    public async Task RunAsync(bool untilDrained, CancellationToken cancellationToken)
    {
        _position = (await jobs.GetStatusAsync(cancellationToken)).Position;
        var running = new KlingTicketQuery { States = [KlingTicketState.Submitting, KlingTicketState.Submitted, KlingTicketState.Unconfirmed] };
        await foreach (KlingTicket ticket in jobs.ListAsync(running, cancellationToken))
        {
            Show(ticket, ticket.State);
        }

        await using CancellationTokenRegistration stopping = cancellationToken.Register(() =>
            board.Note(
                "stopping: submits in flight are finished. "
                    + (isEmulator ? "The emulator and its jobs end with this command" : "Everything else continues at the next 'kling jobs work'")
            )
        );
        using var done = new CancellationTokenSource();
        Task watch = WatchAsync(done.Token);
        try
        {
            await (untilDrained ? jobs.DrainAsync(cancellationToken) : jobs.RunAsync(cancellationToken));
        }
        catch (InvalidOperationException e) when (e.InnerException is IOException)
        {
            throw new CliFailure(ExitCodes.StoreInUse, e.Message, e);
        }
        finally
        {
            await done.CancelAsync();
            await watch;
        }

        await CatchUpAsync();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        // The worker's own threads must not wait for the screen.
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (KlingTicketEvent change in jobs.WatchAsync(new KlingWatchOptions { After = _position }, cancellationToken))
                {
                    await TakeAsync(change);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or IOException or SocketException or TimeoutException)
            {
                // The worker reports it, and continues when the database is back.
                await Task.Delay(Pause, host.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes what has happened since the last look.</summary>
    private async Task CatchUpAsync()
    {
        string last = (await jobs.GetStatusAsync(CancellationToken.None)).Position;
        if (last == _position)
        {
            return;
        }

        await foreach (KlingTicketEvent change in jobs.WatchAsync(new KlingWatchOptions { After = _position }, CancellationToken.None))
        {
            await TakeAsync(change);
            if (change.Position == last)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(KlingTicketEvent change)
    {
        if (await jobs.GetAsync(change.TicketId, CancellationToken.None) is { } ticket)
        {
            Show(ticket, change.State);
        }

        _position = change.Position;
    }

    private void Show(KlingTicket ticket, KlingTicketState state)
    {
        bool isOver = state is KlingTicketState.Completed
            ? ticket.SaveTo is null
            : state is KlingTicketState.Enqueued or KlingTicketState.Saved or KlingTicketState.Failed or KlingTicketState.Expired or KlingTicketState.Cancelled;
        if (isOver && !_views.ContainsKey(ticket.Id) && state is KlingTicketState.Enqueued)
        {
            // Enqueued by another command.
            return;
        }

        JobView view = View(ticket);
        view.RequestId = ticket.RequestId;
        if (view.Enter(Word(state, isOver), isOver))
        {
            board.Changed(view);
        }

        if (state is KlingTicketState.Unconfirmed or KlingTicketState.Enqueued or KlingTicketState.Failed or KlingTicketState.Expired && ticket.Error is { } error)
        {
            board.Note(host.WithoutKey($"{view.Name}: {error}"));
        }

        if (isOver)
        {
            _ = _views.Remove(ticket.Id);
            if (state is not KlingTicketState.Enqueued)
            {
                ended(ticket);
            }
        }
    }

    private JobView View(KlingTicket ticket)
    {
        if (_views.TryGetValue(ticket.Id, out JobView? known))
        {
            return known;
        }

        TimeSpan before = ticket.SubmittedAt is { } begun ? host.Clock.GetUtcNow() - begun : TimeSpan.Zero;
        var view = new JobView(ticket.Slug, expected(ticket.Slug), host.Clock)
        {
            Name = ticket.Key ?? ticket.Slug,
            IsStored = true,
            Before = before > TimeSpan.Zero ? before : TimeSpan.Zero,
        };
        _views.Add(ticket.Id, view);
        board.Add(view);
        return view;
    }

    private static string Word(KlingTicketState state, bool isOver) =>
        state is KlingTicketState.Completed && !isOver ? "saving" : TicketText.State(state);
}
