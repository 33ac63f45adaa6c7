namespace Kling;

/// <summary>How far a ticket has come. The numbers are stored in the database.</summary>
public enum KlingTicketState
{
    /// <summary>Waiting to be submitted. Nothing was sent, or the server certainly did not accept it.</summary>
    Enqueued = 0,

    /// <summary>One worker submits it, and no other one can.</summary>
    Submitting = 1,

    /// <summary>The server has accepted it; the job runs.</summary>
    Submitted = 2,

    /// <summary>The job is completed. This is the last state if no output is to be saved.</summary>
    Completed = 3,

    /// <summary>The outputs are saved. A last state.</summary>
    Saved = 4,

    /// <summary>It is unknown whether the server accepted the request. The account's history is asked; the request is not sent again.</summary>
    Unconfirmed = 5,

    /// <summary>The job failed, or the server did not accept the request. A last state.</summary>
    Failed = 6,

    /// <summary>The job or its outputs no longer exist on the server, and its result was not fetched in time. A last state.</summary>
    Expired = 7,

    /// <summary>Cancelled before it was submitted. A last state.</summary>
    Cancelled = 8,
}
