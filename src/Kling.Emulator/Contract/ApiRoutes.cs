namespace Kling.Emulator;

/// <summary>Parses and creates the URLs of the API and of the output files.</summary>
/// <param name="api">The base URL of the API.</param>
/// <param name="output">The base URL of the output files.</param>
/// <param name="isAnyHost">Whether the emulator accepts requests for any host.</param>
internal sealed class ApiRoutes(Uri api, Uri output, bool isAnyHost)
{
    // Segmind Storage has a host of its own. A client with another base address uploads to that.
    private static readonly Uri Storage = new("https://workflows-api.segmind.com/upload-asset");

    // So has the account's history.
    private static readonly Uri Account = new("https://api.spotprod.segmind.com/");

    private readonly Uri _api = AsFolder(api);
    private readonly Uri _output = AsFolder(output);

    /// <summary>The routes at the host that a request names.</summary>
    public ApiRoutes At(Uri? uri)
    {
        if (!isAnyHost || uri is not { IsAbsoluteUri: true } || uri.Authority == _api.Authority)
        {
            return this;
        }

        bool isOneHost = _api.Authority == _output.Authority;
        return new ApiRoutes(new Uri(uri, _api.AbsolutePath), isOneHost ? new Uri(uri, _output.AbsolutePath) : _output, isAnyHost: false);
    }

    public EmulatorRequest Read(HttpRequestMessage request)
    {
        Uri uri =
            request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute
            : request.RequestUri is { } relative ? new Uri(_api, relative)
            : _api;
        EmulatorRequest read = new(EmulatorOperation.Unknown, request.Method.Method, uri, null, null, ApiKeyCheck.IsCarriedBy(request));
        if (_output.IsBaseOf(uri))
        {
            return read with { Operation = EmulatorOperation.Download };
        }

        if (uri == Storage)
        {
            return read with { Operation = EmulatorOperation.Upload };
        }

        if (Account.IsBaseOf(uri) && ReadHistory(read, Account) is { } history)
        {
            return history;
        }

        if (!_api.IsBaseOf(uri))
        {
            return read with { Operation = EmulatorOperation.Elsewhere };
        }

        return Segments(_api, uri) switch
        {
            ["v2", "requests", { Length: > 0 } id, "status"] => read with { Operation = EmulatorOperation.Status, RequestId = id },
            ["v2", "requests", { Length: > 0 } id] => read with { Operation = EmulatorOperation.Result, RequestId = id },
            ["upload-asset"] => read with { Operation = EmulatorOperation.Upload },
            ["v2", { Length: > 0 } slug] => read with { Operation = EmulatorOperation.Submit, Slug = slug },
            ["v1", "get-user-credits"] => read with { Operation = EmulatorOperation.Credits },
            _ => ReadHistory(read, _api) ?? read,
        };
    }

    private static EmulatorRequest? ReadHistory(EmulatorRequest read, Uri host) =>
        Segments(host, read.Uri) switch
        {
            ["inference-request", "request-history"] => read with { Operation = EmulatorOperation.History },
            ["inference-request", "request-history", { Length: > 0 } id] => read with
            {
                Operation = EmulatorOperation.History,
                RequestId = id,
            },
            _ => null,
        };

    /// <summary>What a client sees of a host that does not exist.</summary>
    public HttpRequestException Unreachable(Uri uri) =>
        new(
            HttpRequestError.NameResolutionError,
            $"The emulator serves {_api}, {_output}, {Storage} and {Account}, but not {uri.GetLeftPart(UriPartial.Authority)}."
        );

    public Uri Status(string id) => new(_api, $"v2/requests/{id}/status");

    public Uri Result(string id) => new(_api, $"v2/requests/{id}");

    public Uri File(string name) => new(_output, name);

    public string FileName(Uri uri) => string.Join('/', Segments(_output, uri));

    private static string[] Segments(Uri folder, Uri uri) =>
        [.. uri.AbsolutePath[folder.AbsolutePath.Length..].Split('/').Select(Uri.UnescapeDataString)];

    private static Uri AsFolder(Uri uri) => new UriBuilder(uri.AbsoluteUri.EndsWith('/') ? uri.AbsoluteUri : uri.AbsoluteUri + "/").Uri;
}
