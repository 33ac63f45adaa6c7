using System.Runtime.CompilerServices;

namespace Kling;

/// <content>Following tickets until they end.</content>
public sealed partial class KlingJobs
{
    private static readonly TimeSpan WatchPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Returns the changes of all tickets or of one, whichever process makes them, within about a second. If the database cannot be reached, it
    /// is tried again.
    /// </summary>
    /// <param name="options">Which, and from where on; <see langword="null"/> for all from now on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The events in order. It ends when <see cref="KlingWatchOptions.TicketId"/> has ended, otherwise never.</returns>
    /// <exception cref="ArgumentException">The position is not one of an event.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<KlingTicketEvent> WatchAsync(
        KlingWatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        string position =
            options?.After ?? (options?.TicketId is null ? await _store.LastPositionAsync(cancellationToken).ConfigureAwait(false) : "");
        while (true)
        {
            string after = position;
            List<KlingTicketEvent> events = await _context
                .RetryAsync(() => _store.EventsAfterAsync(after, options?.TicketId, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (KlingTicketEvent happened in events)
            {
                yield return happened;
                position = happened.Position;
            }

            if (events.Count == 0)
            {
                if (options?.TicketId is { } id && await HasEndedAsync(id, position, cancellationToken).ConfigureAwait(false))
                {
                    yield break;
                }

                await Task.Delay(WatchPause, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until a ticket has ended. If the database cannot be reached, it is tried again.</summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Ends the wait, not the job.</param>
    /// <returns>The ticket with its history.</returns>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<KlingTicket> WaitAsync(Guid id, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            KlingTicket? read = await _context.RetryAsync(() => GetAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);
            KlingTicket ticket = read ?? throw NoTicket(id);
            if (ticket.HasEnded)
            {
                return ticket;
            }

            await Task.Delay(WatchPause, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> HasEndedAsync(Guid id, string position, CancellationToken cancellationToken)
    {
        if (await _context.RetryAsync(() => GetAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            throw NoTicket(id);
        }

        // What happened between the two reads is still returned.
        return ticket.HasEnded && (ticket.History is not [.., var last] || last.Position == position);
    }
}
