using System.Net;
using System.Net.Http.Headers;

namespace Kling;

/// <summary>Sends one request and reads its response. Other types interpret the response.</summary>
internal sealed class ApiTransport(HttpClient client, ApiAddress address, ApiKey key, TimeProvider clock, RequestPace pace)
{
    /// <summary>How long one GET may take: a connection that hangs must not use up a whole wait.</summary>
    public static readonly TimeSpan GetTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How often a GET is sent when the connection is closed under it.</summary>
    private const int GetAttempts = 3;

    public static readonly ProductInfoHeaderValue UserAgent = new(KlingTelemetry.Name, KlingTelemetry.Version);

    private static readonly string UserAgentText = UserAgent.ToString();

    public ApiAddress Address => address;

    public TimeProvider Clock => clock;

    public RequestPace Pace => pace;

    /// <summary>
    /// Whether an exception is a network failure: no connection, a broken one, a timeout, a cancellation, a body that cannot be
    /// decompressed, a redirect to a URL without a host, which .NET follows and then fails at. Anything else is a mistake in a handler or
    /// in how the client is used, and a retry would only hide it.
    /// </summary>
    public static bool IsFailure(Exception e) =>
        e
            is HttpRequestException
                or IOException
                or TimeoutException
                or OperationCanceledException
                or InvalidDataException
                or UriFormatException;

    /// <summary>A POST whose body can be written once.</summary>
    public (HttpRequestMessage Request, SubmitContent Content) CreateSubmit(string slug, ReadOnlyMemory<byte> body)
    {
        HttpRequestMessage request = Create(HttpMethod.Post, address.Submit(slug));
        var content = new SubmitContent(request, address, key, body);
        request.Content = content;
        return (request, content);
    }

    /// <summary>Sends a GET to a URL of the API, within <see cref="GetTimeout"/> or a shorter limit.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="asked">What is requested, as the subject of a sentence.</param>
    /// <param name="requestId">The job, if it is about one.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="KlingApiException">There was no response.</exception>
    /// <exception cref="OperationCanceledException">The caller's token is cancelled.</exception>
    public async Task<ApiAnswer> GetAsync(
        Uri uri,
        string asked,
        string? requestId,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromTicks(Math.Clamp(limit.Ticks, 0, GetTimeout.Ticks)), clock);

        // One source and not two linked ones: thousands of questions may be in flight at once.
        using CancellationTokenRegistration callers = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(),
            timeout
        );
        try
        {
            ApiAnswer answer = await GetAsync(uri, asked, requestId, timeout.Token).ConfigureAwait(false);
            if (answer.BodyError is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return answer;
        }
        catch (Exception e) when (IsFailure(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ApiErrors.NoAnswer($"{asked} failed", requestId, e);
        }
    }

    /// <summary>
    /// Sends a GET. <see cref="HttpClient"/> resends a GET without content when the server has just closed the connection that it was sent
    /// on; one with content, which carries the key here, it does not.
    /// </summary>
    private async Task<ApiAnswer> GetAsync(Uri uri, string asked, string? requestId, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = Create(HttpMethod.Get, uri);
            var content = new KeyedContent(request, address, key, ReadOnlyMemory<byte>.Empty);
            request.Content = content;
            try
            {
                return await SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (content.WasRefused)
            {
                throw ApiErrors.ForeignAnswer(asked, requestId, e);
            }
            catch (HttpRequestException e) when (attempt < GetAttempts && WasClosed(e))
            {
                // Sent again on another connection.
            }
        }
    }

    private static bool WasClosed(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ResponseEnded
        || (
            e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
            && e.InnerException is IOException
        );

    /// <summary>Sends a request and reads the response. An interrupted body is recorded in the response.</summary>
    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Uri? asked, HttpMethod method) = (request.RequestUri, request.Method);
        using HttpResponseMessage response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        (ReadOnlyMemory<byte> body, Exception? error) = await BodyReader
            .ReadAsync(response.Content, cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? retryAt = RetryHint.Read(response.Headers, now);
        if (retryAt > now && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            // The limit is the account's, so what the server tells one it tells all.
            pace.Hold(retryAt.Value - now);
        }

        HttpRequestMessage? answered = response.RequestMessage;
        bool detour = answered is not null && (answered.RequestUri != asked || answered.Method != method);
        return new ApiAnswer
        {
            StatusCode = response.StatusCode,
            Body = body,
            BodyError = error,
            RetryAt = retryAt,
            IsDetour = detour,
            IsForeign = detour && !address.IsOrigin(answered!.RequestUri),
            Key = key,
        };
    }

    public static HttpRequestMessage Create(HttpMethod method, Uri uri)
    {
        // HTTP/1.1 holds the headers back until the body was written for the first time; HTTP/2 sends them ahead, with the key.
        var request = new HttpRequestMessage(method, uri)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        // As they go over the wire: parsed, each request would hold the pieces.
        _ = request.Headers.TryAddWithoutValidation("User-Agent", UserAgentText);
        _ = request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return request;
    }
}
