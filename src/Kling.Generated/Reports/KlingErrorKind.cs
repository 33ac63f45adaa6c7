namespace Kling;

/// <summary>The kind of an API error. Most kinds correspond to one HTTP status; 406 has four kinds.</summary>
public enum KlingErrorKind
{
    /// <summary>A status that the API does not document.</summary>
    Unexpected,

    /// <summary>No connection, a timeout, or an interrupted response. The status of the job is unknown.</summary>
    ConnectionFailed,

    /// <summary>The response is not the documented JSON, a finished job has no output, or a download is not the output file.</summary>
    InvalidResponse,

    /// <summary>The result was requested before the job was finished.</summary>
    NotFinished,

    /// <summary>
    /// 3xx: the server redirects to another URL. Redirects are not followed, so that the API key is not sent to another host.
    /// </summary>
    Redirected,

    /// <summary>400: invalid parameters or request format.</summary>
    BadRequest,

    /// <summary>401: the API key is missing or invalid.</summary>
    Unauthorized,

    /// <summary>403: the account may not call this model.</summary>
    Forbidden,

    /// <summary>404: no such model, or no such request id.</summary>
    NotFound,

    /// <summary>405: the HTTP method is not allowed for this URL.</summary>
    MethodNotAllowed,

    /// <summary>406: for a reason that the server's message does not identify.</summary>
    NotAcceptable,

    /// <summary>406: the account has not enough credits.</summary>
    InsufficientCredits,

    /// <summary>406: the Content-Type is missing or wrong, because a proxy changed it.</summary>
    InvalidContentType,

    /// <summary>406: the team's spend limit is reached.</summary>
    SpendLimit,

    /// <summary>408: the server timed out while waiting for the request.</summary>
    RequestTimeout,

    /// <summary>410: the model has been retired.</summary>
    Gone,

    /// <summary>422: the server understood the request but refused it; for the URL of a job, the job failed.</summary>
    Unprocessable,

    /// <summary>429: too many requests.</summary>
    RateLimited,

    /// <summary>500: an error in the server.</summary>
    ServerError,

    /// <summary>502: a gateway received an invalid response from the server.</summary>
    BadGateway,

    /// <summary>503: the service is not available for now.</summary>
    ServiceUnavailable,

    /// <summary>504: a gateway did not receive a response from the server in time.</summary>
    GatewayTimeout,
}
