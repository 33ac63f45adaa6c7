using System.Net;

namespace Kling.Cli;

/// <summary>
/// Downloads the catalogue of models. The request has no API key: the catalogue is public, and its host is not that of the API.
/// </summary>
internal static class CatalogueDownload
{
    /// <summary>Segmind's catalogue.</summary>
    public const string Address = "https://api.spotprod.segmind.com/inference-model-information/list?segmind_model=True";

    private const int MaxRedirects = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>What sends the request. It follows no redirect, because not every redirect is allowed, and keeps no cookies.</summary>
    public static HttpMessageHandler CreateHandler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
        };

    /// <summary>The URL that a text is, or <see langword="null"/> if it is a path.</summary>
    /// <exception cref="CliFailure">It is a URL that is not allowed.</exception>
    public static Uri? Url(string text, CliHost host)
    {
        if (!text.Contains("://", StringComparison.Ordinal) || File.Exists(host.FullPath(text)))
        {
            return null;
        }

        return
            Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.UserInfo.Length == 0
            && (host.ApiKey is null || !text.Contains(host.ApiKey, StringComparison.Ordinal))
            ? url
            : throw new CliFailure(
                ExitCodes.Usage,
                $"--catalogue: '{text}' must be a file or an https URL without user name, password and API key. "
                    + "http is allowed only for this machine"
            );
    }

    /// <summary>What a URL is called in messages: a query can contain a secret.</summary>
    public static string Name(Uri url) => url.GetLeftPart(UriPartial.Path);

    /// <summary>The body of the response, at most <paramref name="maxBytes"/> bytes and one more.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public static async Task<byte[]> ReadAsync(Uri url, int maxBytes, CliHost host, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, host.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var client = new HttpClient(host.Web()) { Timeout = Timeout.InfiniteTimeSpan };
            using HttpResponseMessage response = await FollowAsync(client, url, stop.Token);
            await using Stream body = await response.Content.ReadAsStreamAsync(stop.Token);
            return await CatalogueSource.ReadAsync(body, maxBytes, stop.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(url, FormattableString.Invariant($"there was no complete response within {Longest.TotalSeconds} s"), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw Failure(url, e.Message, e);
        }
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient client, Uri url, CancellationToken cancellationToken)
    {
        Uri next = url;
        for (int redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Accept.ParseAdd("application/json");
            HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                string reason = FormattableString.Invariant($"the server returned {(int)response.StatusCode}");
                next = Redirect(response, next) ?? throw Failure(url, reason);
            }
        }

        throw Failure(url, FormattableString.Invariant($"there are more than {MaxRedirects} redirects"));
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri from)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            return null;
        }

        var to = new Uri(from, location);
        return to.Scheme == Uri.UriSchemeHttps
            ? to
            : throw Failure(from, $"the server redirects to {Name(to)}, but only redirects to https are followed");
    }

    private static CliFailure Failure(Uri url, string reason, Exception? cause = null) =>
        new(ExitCodes.ApiError, $"the catalogue {Name(url)} cannot be downloaded: {reason}", cause);
}
