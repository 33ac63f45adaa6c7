using System.Data.Common;

namespace Kling;

/// <content>What all workers of the store share: the pause, the hold after a refusal, the rate of polls.</content>
internal sealed partial class TicketStore
{
    private const string PausedName = "paused";
    private const string HoldName = "hold";
    private const string PollsName = "polls";

    public Task PauseAsync(bool isPaused, CancellationToken cancellationToken) =>
        WriteAsync(
            transaction => SetAsync(transaction, PausedName, isPaused ? 1 : 0, detail: null, cancellationToken),
            cancellationToken
        );

    /// <summary>Stops submits until a time, because every other request would be refused, too.</summary>
    /// <param name="until">The time.</param>
    /// <param name="reason">What a person must change, or null if the time alone helps.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task HoldAsync(DateTimeOffset until, string? reason, CancellationToken cancellationToken) =>
        WriteAsync(
            transaction => SetAsync(transaction, HoldName, until.ToUnixTimeMilliseconds(), reason, cancellationToken),
            cancellationToken
        );

    private static Task<int> SetAsync(DbTransaction transaction, string name, long value, string? detail, CancellationToken cancellationToken) =>
        ExecuteAsync(
            transaction,
            """
            INSERT INTO kling_control (name, value, detail) VALUES (@name, @value, @detail)
            ON CONFLICT (name) DO UPDATE SET value = @value, detail = @detail
            """,
            cancellationToken,
            ("name", name),
            ("value", value),
            ("detail", detail)
        );

    private static async Task<bool> IsStoppedAsync(DbTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken) =>
        (
            await ReadAsync(
                    transaction,
                    "SELECT name, value FROM kling_control WHERE (name = 'paused' AND value <> 0) OR (name = 'hold' AND value > @now)",
                    static reader => reader.GetString(0),
                    cancellationToken,
                    ("now", now)
                )
                .ConfigureAwait(false)
        ).Count > 0;

    private async Task<Dictionary<string, (long Value, string? Detail)>> ControlAsync(CancellationToken cancellationToken) =>
        (
            await QueryAsync(
                    "SELECT name, value, detail FROM kling_control",
                    static reader => (reader.GetString(0), (reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2))),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Takes polls from the rate that all workers share. The stored time is the one at which the polls that were taken are used up; up to a
    /// second's polls can be taken at once.
    /// </summary>
    private async Task<int> TakePollsAsync(DbTransaction transaction, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Nothing is taken for nothing: the row would be written at every look.
        List<long> due = await ReadAsync(
                transaction,
                "SELECT COUNT(*) FROM (SELECT 1 FROM kling_tickets WHERE state = 2 AND due_at <= @now LIMIT @most) AS due",
                static reader => reader.GetInt64(0),
                cancellationToken,
                ("now", now),
                ("most", (long)most)
            )
            .ConfigureAwait(false);
        if (due[0] == 0)
        {
            return 0;
        }

        // Microseconds, because 10,000 polls a second are ten in a millisecond.
        long moment = now.ToUnixTimeMilliseconds() * 1000;
        long step = (long)(1_000_000 / options.MaxPollsPerSecond);
        string locking =
            EndAfterStandstill
            + "INSERT INTO kling_control (name, value) VALUES (@name, @now) ON CONFLICT (name) DO UPDATE SET value = kling_control.value RETURNING value";
        List<long> used = await ReadAsync(transaction, locking, static reader => reader.GetInt64(0), cancellationToken, ("name", PollsName), ("now", moment))
            .ConfigureAwait(false);
        long from = Math.Max(used[0], moment);
        long burst = Math.Max(step, 1_000_000);
        int allowed = (int)Math.Clamp((moment + burst - from) / step, 0, due[0]);
        _ = await SetAsync(transaction, PollsName, from + (allowed * step), detail: null, cancellationToken).ConfigureAwait(false);
        return allowed;
    }
}
