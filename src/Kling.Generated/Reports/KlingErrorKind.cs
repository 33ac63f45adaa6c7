namespace Kling;

/// <summary>What went wrong in an exchange with the API. The HTTP status tells the kinds apart, except for the four of 406.</summary>
public enum KlingErrorKind
{
    /// <summary>A status that the API does not document.</summary>
    Unexpected,

    /// <summary>No connection, no answer in time, or an answer that broke off. Nothing is known about the job's state.</summary>
    ConnectionFailed,

    /// <summary>A response that is not the JSON that the API documents, a finished job without output, or a response that is not the file of an output.</summary>
    UnreadableAnswer,

    /// <summary>The result was asked for before the job was finished.</summary>
    NotFinished,

    /// <summary>3xx: the server points to another address. Redirects are not followed, so that the API key stays where it belongs.</summary>
    Redirected,

    /// <summary>400: invalid parameters or request format.</summary>
    BadRequest,

    /// <summary>401: the API key is missing or invalid.</summary>
    Unauthorized,

    /// <summary>403: the account may not call this model.</summary>
    Forbidden,

    /// <summary>404: no such model, or no such request id.</summary>
    NotFound,

    /// <summary>405: the address does not take this HTTP method.</summary>
    MethodNotAllowed,

    /// <summary>406 for a reason that the server's message does not make clear.</summary>
    NotAcceptable,

    /// <summary>406: the account has not enough credits.</summary>
    InsufficientCredits,

    /// <summary>406: the Content-Type was missing or wrong; something between client and server changed it.</summary>
    InvalidContentType,

    /// <summary>406: the team's spend limit is reached.</summary>
    SpendLimit,

    /// <summary>408: the server gave up waiting for the request.</summary>
    RequestTimeout,

    /// <summary>410: the model has been retired.</summary>
    Gone,

    /// <summary>422: the request was understood and refused; on a job's address, the job failed.</summary>
    Unprocessable,

    /// <summary>429: too many requests.</summary>
    RateLimited,

    /// <summary>500: an error in the server.</summary>
    ServerError,

    /// <summary>502: a gateway got no usable answer from the server behind it.</summary>
    BadGateway,

    /// <summary>503: the service is not available for now.</summary>
    ServiceUnavailable,

    /// <summary>504: a gateway got no answer in time from the server behind it.</summary>
    GatewayTimeout,
}
