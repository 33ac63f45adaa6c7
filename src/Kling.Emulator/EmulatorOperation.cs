namespace Kling.Emulator;

/// <summary>What a request asks of the API.</summary>
public enum EmulatorOperation
{
    /// <summary>An address on the API's host that the API does not know.</summary>
    Unknown,

    /// <summary><c>POST /v2/{slug}</c>: a new job.</summary>
    Submit,

    /// <summary><c>GET /v2/requests/{id}/status</c>: a job's state.</summary>
    Status,

    /// <summary><c>GET /v2/requests/{id}</c>: a job's result.</summary>
    Result,

    /// <summary><c>GET</c> of a finished or an uploaded file, on the output host.</summary>
    Download,

    /// <summary>Anything on a host that is not the emulator's, where its network ends: no such host, unless a fault answers.</summary>
    Elsewhere,

    /// <summary><c>POST</c> of a local file to Segmind Storage: <c>https://workflows-api.segmind.com/upload-asset</c>, or <c>/upload-asset</c> at the API.</summary>
    Upload,
}
