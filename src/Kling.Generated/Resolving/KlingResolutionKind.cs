namespace Kling;

/// <summary>What the account's history says of an unconfirmed submit.</summary>
public enum KlingResolutionKind
{
    /// <summary>The server accepted it: the job is in <see cref="KlingResolution.Job"/>.</summary>
    Found,

    /// <summary>
    /// It is not in the history, and <see cref="KlingResolveOptions.SettleTime"/> is over. The server did not accept it, as far as the history
    /// tells.
    /// </summary>
    NotFound,

    /// <summary>Several requests in the history may be it, or one of which it is not certain. They are in <see cref="KlingResolution.Candidates"/>.</summary>
    Ambiguous,

    /// <summary>
    /// It is not known yet, because a request can appear in the history late. It occurs only if
    /// <see cref="KlingResolveOptions.WaitUntilSettled"/> is <see langword="false"/>.
    /// </summary>
    NotSettled,
}
