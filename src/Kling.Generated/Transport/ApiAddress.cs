using System.Diagnostics.CodeAnalysis;

namespace Kling;

/// <summary>The addresses of the API, derived from the configured one.</summary>
internal sealed class ApiAddress
{
    private readonly Uri _base;

    /// <param name="baseAddress">The configured address.</param>
    /// <param name="insecureHosts">The hosts that http is allowed for, besides this machine.</param>
    /// <param name="name">What to call it within a sentence.</param>
    public ApiAddress(Uri baseAddress, IReadOnlyList<string> insecureHosts, string name = nameof(KlingClientOptions.BaseAddress))
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (!baseAddress.IsAbsoluteUri || !HttpUrl.IsHttp(baseAddress))
        {
            throw new ArgumentException(
                $"{name} '{baseAddress.OriginalString}' is not an absolute http or https URL.",
                nameof(baseAddress)
            );
        }

        if (baseAddress.UserInfo.Length > 0 || baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0)
        {
            throw new ArgumentException($"{name} must not have a user name, a query or a fragment.", nameof(baseAddress));
        }

        if (baseAddress.Scheme != Uri.UriSchemeHttps && !PlainHttp.IsAllowed(baseAddress, insecureHosts))
        {
            throw new ArgumentException(
                $"The API key would be sent unencrypted to {name} '{baseAddress}'. {PlainHttp.Advice(baseAddress)}",
                nameof(baseAddress)
            );
        }

        _base = baseAddress.AbsolutePath.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/");
    }

    public string Host => _base.Host;

    public Uri Submit(string slug) => new(_base, SegmindPath.Submit(slug));

    public Uri Result(string requestId) => new(_base, SegmindPath.Result(requestId));

    public Uri Status(string requestId) => new(_base, SegmindPath.Status(requestId));

    public Uri Credits => new(_base, SegmindPath.Credits);

    /// <summary>A page of the account's history.</summary>
    /// <param name="query">The query, without the question mark.</param>
    public Uri History(string query) => new(_base, SegmindPath.History + "?" + query);

    public Uri HistoryOf(string requestId) => new(_base, SegmindPath.HistoryOf(requestId));

    /// <summary>Whether the key may be sent to a URL.</summary>
    public bool IsOrigin([NotNullWhen(true)] Uri? uri) =>
        uri is { IsAbsoluteUri: true, UserInfo: "" }
        && Uri.Compare(uri, _base, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>An address that the server gave, if it is one of the configured API; the path prefix of a proxy belongs to that.</summary>
    public Uri? Own(string? given) =>
        Uri.TryCreate(given, UriKind.Absolute, out Uri? uri)
        && IsOrigin(uri)
        && uri.AbsolutePath.StartsWith(_base.AbsolutePath, StringComparison.Ordinal)
            ? uri
            : null;

    /// <summary>Whether another base address means the same API.</summary>
    public bool IsSame(Uri baseAddress) => Shown(baseAddress) == Shown(_base);

    /// <summary>A base address that came from elsewhere, without what does not belong to one.</summary>
    public static string Shown(Uri baseAddress) =>
        baseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/";

    public override string ToString() => _base.AbsoluteUri;
}
