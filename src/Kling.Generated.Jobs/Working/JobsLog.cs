using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>The log messages of the workers. They never contain the key, a body or the URL of an output.</summary>
internal static partial class JobsLog
{
    [LoggerMessage(1, LogLevel.Warning, "The database of the jobs cannot be reached: {Message} It is tried again")]
    public static partial void StoreUnavailable(ILogger logger, string message);

    [LoggerMessage(2, LogLevel.Error, "A step of ticket {Ticket} failed; it is taken again at the end of its lease")]
    public static partial void StepFailed(ILogger logger, Guid ticket, Exception error);

    [LoggerMessage(3, LogLevel.Error, "Job {RequestId} was submitted for ticket {Ticket}, but the ticket was changed by somebody else")]
    public static partial void JobNotStored(ILogger logger, Guid ticket, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "Nothing is submitted until {Until}: {Message}")]
    public static partial void Held(ILogger logger, DateTimeOffset until, string message);

    [LoggerMessage(5, LogLevel.Warning, "The outputs of ticket {Ticket} could not be saved: {Message} It is tried again")]
    public static partial void SaveFailed(ILogger logger, Guid ticket, string message);

    [LoggerMessage(6, LogLevel.Information, "The unconfirmed submit of ticket {Ticket} is job {RequestId} of the account's history")]
    public static partial void Found(ILogger logger, Guid ticket, string requestId);

    [LoggerMessage(7, LogLevel.Error, "The reconciliation with the account's history failed; it is tried again")]
    public static partial void ReconcileFailed(ILogger logger, Exception error);

    [LoggerMessage(8, LogLevel.Error, "The polling strategy failed; the job is polled in a few seconds")]
    public static partial void StrategyFailed(ILogger logger, Exception error);

    /// <summary>The end of a job, and the end of the work on its outputs.</summary>
    public static void Changed(ILogger logger, TicketRow row, KlingTicketState state)
    {
        if (state is KlingTicketState.Completed or KlingTicketState.Saved)
        {
            Succeeded(logger, row.Slug, row.RequestId, row.Id, state);
        }
        else if (state is KlingTicketState.Failed or KlingTicketState.Expired)
        {
            Failed(logger, row.Slug, row.RequestId, row.Id, state);
        }
    }

    [LoggerMessage(9, LogLevel.Information, "{Slug}: job {RequestId} of ticket {Ticket} is {State}")]
    private static partial void Succeeded(ILogger logger, string slug, string? requestId, Guid ticket, KlingTicketState state);

    [LoggerMessage(10, LogLevel.Warning, "{Slug}: job {RequestId} of ticket {Ticket} is {State}; its Error says why")]
    private static partial void Failed(ILogger logger, string slug, string? requestId, Guid ticket, KlingTicketState state);
}
