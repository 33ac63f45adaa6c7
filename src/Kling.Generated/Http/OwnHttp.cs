namespace Kling;

/// <summary>The connections of a client that was not given any.</summary>
internal sealed class OwnHttp : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Long enough to be reused over a job's polls, short enough to follow a change of the server's address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Shorter than servers keep an idle connection: a submit on one that the server is just closing is a submit whose outcome is unknown.
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(30);

    /// <summary>For the API: no redirects, no cookies. Deadlines are the client's own.</summary>
    public HttpClient Api { get; } = Create(allowRedirects: false);

    /// <summary>For output files, which may be moved: redirects are followed, though never from https to http. The key is not used here.</summary>
    public HttpClient Media { get; } = Create(allowRedirects: true);

    public void Dispose()
    {
        Api.Dispose();
        Media.Dispose();
    }

    private static HttpClient Create(bool allowRedirects)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = allowRedirects,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            PooledConnectionIdleTimeout = ConnectionIdle,
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
