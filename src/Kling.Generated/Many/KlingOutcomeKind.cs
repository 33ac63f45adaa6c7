namespace Kling;

/// <summary>The possible outcomes of a request in a <see cref="KlingRun"/>.</summary>
public enum KlingOutcomeKind
{
    /// <summary>The job is completed: <see cref="KlingOutcome.Result"/> has its files.</summary>
    Completed,

    /// <summary>
    /// The job was submitted but has no result: the job failed, the wait timed out, or another error occurred
    /// (<see cref="KlingOutcome.Error"/>). Only a
    /// <see cref="KlingJobFailedException"/> means that the job has ended and is not billed.
    /// </summary>
    Failed,

    /// <summary>
    /// The request was invalid, or the server refused it: no job is known. It is not billed, unless the server returned 500 or 503. In that
    /// case it may have accepted the request, and the run counts the expected cost.
    /// </summary>
    Refused,

    /// <summary>
    /// It is unknown whether the server accepted it (<see cref="KlingSubmitUnconfirmedException"/>): it may be running and may be billed.
    /// </summary>
    Unconfirmed,

    /// <summary>It was not submitted, because <see cref="KlingRunOptions.SpendLimit"/> was reached.</summary>
    OverSpendLimit,

    /// <summary>It was not submitted, because an earlier request failed with an error that every later request would get too.</summary>
    Stopped,
}
