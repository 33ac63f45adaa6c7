namespace Kling;

/// <summary>The connections of a client that was not given any.</summary>
internal sealed class OwnHttp : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Long enough to be reused over a job's polls, short enough to follow a change of the server's address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Shorter than servers keep an idle connection: a submit on one that the server is just closing is a submit whose outcome is unknown.
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(30);

    /// <summary>No redirects, no cookies. Deadlines are the client's own.</summary>
    public HttpClient Client { get; } = new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            PooledConnectionIdleTimeout = ConnectionIdle,
            Proxy = new EncryptedOnlyProxy(HttpClient.DefaultProxy),
        };

    public void Dispose() => Client.Dispose();
}
