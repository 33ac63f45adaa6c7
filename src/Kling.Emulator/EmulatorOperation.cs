namespace Kling.Emulator;

/// <summary>The operations of the API.</summary>
public enum EmulatorOperation
{
    /// <summary>An unknown URL of the API's host.</summary>
    Unknown,

    /// <summary><c>POST /v2/{slug}</c>: a new job.</summary>
    Submit,

    /// <summary><c>GET /v2/requests/{id}/status</c>: a job's status.</summary>
    Status,

    /// <summary><c>GET /v2/requests/{id}</c>: a job's result.</summary>
    Result,

    /// <summary><c>GET</c> of a finished or an uploaded file, on the output host.</summary>
    Download,

    /// <summary>Any request to a host that is not the emulator's. The host does not exist, unless a fault responds.</summary>
    Elsewhere,

    /// <summary>
    /// <c>POST</c> of a local file to Segmind Storage: <c>https://workflows-api.segmind.com/upload-asset</c>, or <c>/upload-asset</c> of
    /// the API.
    /// </summary>
    Upload,

    /// <summary><c>GET /v1/get-user-credits</c>: the credits of the account.</summary>
    Credits,

    /// <summary>
    /// <c>GET /inference-request/request-history</c>, or one request of it by its id: on <c>https://api.spotprod.segmind.com</c>, or below
    /// the base URL of the API.
    /// </summary>
    History,
}
