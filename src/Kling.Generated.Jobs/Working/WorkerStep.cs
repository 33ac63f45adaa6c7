namespace Kling;

/// <summary>The points of the state machine between which a process can die: before and after each commit and each request.</summary>
internal enum WorkerStep
{
    ClaimCommitting,
    ClaimCommitted,
    SubmitSent,
    SubmittedCommitted,
    UnconfirmedCommitted,
    PollClaimed,
    PollReceived,
    PollCommitted,
    ResultReceived,
    CompletedCommitted,
    SaveClaimed,
    OutputSaved,
    SavedCommitted,
    OrphansCommitted,
    HistoryReceived,
    ResolvedCommitted,
}
