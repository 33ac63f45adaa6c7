namespace Kling;

/// <summary>What became of a request of a <see cref="KlingRun"/>.</summary>
public enum KlingOutcomeKind
{
    /// <summary>The job is finished: <see cref="KlingOutcome.Result"/> is there.</summary>
    Completed,

    /// <summary>
    /// There is a job and no result: it failed, its wait took too long, or something else of <see cref="KlingOutcome.Error"/>. Only a
    /// <see cref="KlingJobFailedException"/> says that it is over and not billed.
    /// </summary>
    Failed,

    /// <summary>
    /// The request was invalid, or the server refused it: no job is known. It is not billed, unless the server answered with 500 or 503: then it may have taken the request all the same, and
    /// the run counts the expected cost.
    /// </summary>
    Refused,

    /// <summary>It is not known whether the server took it (<see cref="KlingSubmitUnconfirmedException"/>): it may be running and may be billed.</summary>
    Unconfirmed,

    /// <summary>It was not submitted, because <see cref="KlingRunOptions.SpendLimit"/> was reached.</summary>
    OverSpendLimit,

    /// <summary>It was not submitted, because of the error of an earlier request that every other would meet too.</summary>
    Stopped,
}
