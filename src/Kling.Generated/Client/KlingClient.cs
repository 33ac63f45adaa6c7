using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling;

/// <summary>Submits jobs. Use one client for the whole program; it is safe to use from several threads.</summary>
public partial class KlingClient : IDisposable
{
    private readonly KlingClientOptions _options;
    private readonly OwnHttp? _own;
    private readonly ApiTransport? _transport;
    private readonly MediaDownloader? _downloader;
    private readonly ILogger _logger;
    private readonly CostBook _costs = new();
    private readonly SubmitBook _submits = new();

    /// <summary>
    /// For mocking. It reads no key and no environment variable. Members that send requests throw unless they are overridden.
    /// </summary>
    protected KlingClient() =>
        (_options, _logger, Files, Account) = (
            new KlingClientOptions(),
            NullLogger.Instance,
            new KlingFiles(uploader: null),
            new KlingAccount(api: null, history: null)
        );

    /// <summary>
    /// Creates a client with its own connections. The key comes from the options or, if it is not set there, from the environment variable
    /// <c>SEGMIND_API_KEY</c>.
    /// </summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is no API key.</exception>
    /// <exception cref="ArgumentException">The key is not valid, or an option is out of its range.</exception>
    public KlingClient(KlingClientOptions? options = null)
        : this(Kling.ApiKey.From(options?.ApiKey), options, httpClient: null) { }

    /// <summary>Creates a client with its own connections. It follows no redirects and keeps no cookies.</summary>
    /// <param name="apiKey">The API key. White space around it is removed.</param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty or contains white space or control characters, or an option is out of its
    /// range.</exception>
    public KlingClient(string apiKey, KlingClientOptions? options = null)
        : this(Kling.ApiKey.Parse(NotNull(apiKey, nameof(apiKey))), options, httpClient: null) { }

    /// <summary>
    /// Creates a client that uses your <see cref="HttpClient"/>. The key comes from the options or, if it is not set there, from the
    /// environment variable
    /// <c>SEGMIND_API_KEY</c>.
    /// </summary>
    /// <param name="httpClient">
    /// The HTTP client to send with. It is not disposed. Its handlers cannot send a submit twice, because the body can be written only
    /// once, and cannot send the key to another host. A handler that buffers the body (for example with <c>ReadAsStringAsync</c>) is
    /// therefore refused; a handler that reads it with <c>ReadAsStreamAsync</c> is allowed. Do not add a handler that builds a new request
    /// from the body: the client cannot protect you from it.
    /// </param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is no API key.</exception>
    /// <exception cref="ArgumentException"> The key is not valid, an option is out of its range, or <paramref name="httpClient"/> has the
    /// key in its default headers, which would be sent to every host.
    /// </exception>
    public KlingClient(HttpClient httpClient, KlingClientOptions? options = null)
        : this(Kling.ApiKey.From(options?.ApiKey), options, NotNull(httpClient, nameof(httpClient)))
    {
        if (httpClient.DefaultRequestHeaders.Contains(SegmindHost.KeyHeader))
        {
            throw new ArgumentException(
                $"The HttpClient has the default header {SegmindHost.KeyHeader}, which would be sent to every host, including the hosts of downloads. Set the key with {nameof(KlingClientOptions)}.{nameof(KlingClientOptions.ApiKey)}.",
                nameof(httpClient)
            );
        }
    }

    private KlingClient(ApiKey key, KlingClientOptions? options, HttpClient? httpClient)
    {
        _options = (options ?? new KlingClientOptions()).Checked();
        _own = httpClient is null ? new OwnHttp() : null;
        HttpClient client = httpClient ?? _own!.Client;
        _transport = TransportTo(_options.BaseAddress, nameof(KlingClientOptions.BaseAddress));
        _logger = _options.LoggerFactory?.CreateLogger<KlingClient>() ?? (ILogger)NullLogger.Instance;
        _downloader = new MediaDownloader(client, _options.TimeProvider, _logger);
        Uri storage = _options.EffectiveUploadAddress();
        ApiTransport uploads = TransportTo(storage, nameof(KlingClientOptions.UploadAddress));
        Files = new KlingFiles(new FileUploader(uploads, storage, key, _options.MaxUploadSize, _logger));
        ApiTransport history = TransportTo(_options.EffectiveAccountAddress(), nameof(KlingClientOptions.AccountAddress));
        Account = new KlingAccount(_transport, history);

        ApiTransport TransportTo(Uri address, string name) =>
            new(
                client,
                new ApiAddress(address, _options.InsecureHosts, name),
                key,
                _options.TimeProvider,
                new RequestPace(_options.TimeProvider, _options.MaxPollsPerSecond)
            );
    }

    private ApiTransport Transport =>
        _transport
        ?? throw new InvalidOperationException(
            $"This {nameof(KlingClient)} is a mock without a connection. Override the member to mock it."
        );

    /// <summary>The schedule of polls (<see cref="KlingClientOptions.Polling"/>), for code that polls jobs itself.</summary>
    public virtual PollingStrategy Polling => _options.Polling;

    /// <summary>Uploads local files.</summary>
    public virtual KlingFiles Files { get; }

    /// <summary>
    /// Estimates the cost of a request. Nothing is sent. The estimate begins with what the schema states (<c>x-cost</c>,
    /// <c>x-typical-cost</c>) and includes what this client's completed jobs have cost: of the same price parameters if the schema says
    /// which these are, otherwise of the same model.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>The estimate, in US dollars; 1 credit is counted as 1 US dollar. Figures that are not known are
    /// <see langword="null"/>.</returns>
    public virtual KlingCost EstimateCost(IKlingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _costs.Estimate(CostQuote.For(request));
    }

    /// <summary>Submits a request and returns the job as soon as the server has accepted it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">
    /// Cancels the submit. If the request has not been sent yet, an <see cref="OperationCanceledException"/> is thrown and nothing is sent.
    /// If the request is in flight, a <see cref="KlingSubmitUnconfirmedException"/> is thrown, because the server may have accepted it.
    /// </param>
    /// <returns>The job.</returns>
    /// <exception cref="KlingValidationException">The request violates its schema. Nothing was sent.</exception>
    /// <exception cref="KlingApiException">The server refused the request or could not be reached; no job was created.</exception>
    /// <exception cref="KlingSubmitUnconfirmedException">It is unknown whether the server accepted the request. The client does not retry
    /// it.</exception>
    /// <exception cref="KlingCallbackException"><see cref="KlingClientOptions.OnSubmitted"/> threw; the job is in the
    /// exception.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while nothing was in flight.</exception>
    public virtual Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValidateAndSubmitAsync(request, SubmitCancellation.Immediate, cancellationToken);
    }

    /// <summary>Submits a body to a model by its slug, without validation. Use it for models and parameters without a schema.</summary>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="body">The parameters, as a JSON object.</param>
    /// <param name="cancellationToken">As for a typed request.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException"><paramref name="slug"/> is not one segment of a path, or <paramref name="body"/> is not an
    /// object.</exception>
    /// <exception cref="KlingApiException">The server refused the request or could not be reached; no job was created.</exception>
    /// <exception cref="KlingSubmitUnconfirmedException">It is unknown whether the server accepted the request. The client does not retry
    /// it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while nothing was in flight.</exception>
    public virtual Task<KlingJob> SubmitAsync(string slug, JsonElement body, CancellationToken cancellationToken = default) =>
        body.ValueKind is JsonValueKind.Object
            ? SubmitTracedAsync(slug, model: null, body.WriteTo, SubmitCancellation.Immediate, cancellationToken)
            : throw new ArgumentException("The body of a request must be a JSON object.", nameof(body));

    /// <summary>Submits a request and waits for its result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onSubmitted">A callback that receives the job as soon as the server has accepted it, and is awaited before the wait
    /// begins. Use it to store the job's token. A cancellation does not stop it.</param>
    /// <param name="progress">Receives the job's status at every poll.</param>
    /// <param name="cancellationToken">Cancels the submit or the wait; it does not stop the job.</param>
    /// <returns>The result.</returns>
    /// <exception cref="KlingCallbackException"><paramref name="onSubmitted"/> or <see cref="KlingClientOptions.OnSubmitted"/> threw; the
    /// job is in the exception.</exception>
    /// <remarks>
    /// Throws the exceptions of <see cref="SubmitAsync(IKlingRequest, CancellationToken)"/> and
    /// <see cref="KlingJob.WaitForCompletionAsync"/> too.
    /// </remarks>
    [OverloadResolutionPriority(1)]
    public virtual async Task<KlingResult> RunAsync(
        IKlingRequest request,
        Func<KlingJob, Task>? onSubmitted = null,
        IProgress<KlingProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        KlingJob job = await SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        await SubmittedCallback.CallAsync(onSubmitted, job).ConfigureAwait(false);
        return await job.WaitForCompletionAsync(timeout: null, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Submits a request and waits for its result, with a synchronous callback for the job.</summary>
    /// <inheritdoc cref="RunAsync(IKlingRequest, Func{KlingJob, Task}?, IProgress{KlingProgress}?, CancellationToken)"/>
    public Task<KlingResult> RunAsync(
        IKlingRequest request,
        Action<KlingJob> onSubmitted,
        IProgress<KlingProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(onSubmitted);
        return RunAsync(
            request,
            job =>
            {
                onSubmitted(job);
                return Task.CompletedTask;
            },
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Creates a job from its token. The job was submitted earlier, by this or another process. Nothing is sent, and it is not checked
    /// whether the job exists.
    /// </summary>
    /// <param name="token">What <see cref="KlingJob.ToToken"/> returned, or the line of JSON that it returned in version 0.1.</param>
    /// <returns>
    /// The job: its <see cref="KlingJob.Model"/> is <see langword="null"/> and its <see cref="KlingJob.Status"/>
    /// <see cref="KlingJobStatus.Unknown"/>
    /// until the first poll. Only then is it known whether the job still exists on the server.
    /// </returns>
    /// <exception cref="ArgumentException"> The text is not a token, or the job belongs to another
    /// <see cref="KlingClientOptions.BaseAddress"/> than this client's. A token never makes the client contact another host.
    /// </exception>
    public virtual KlingJob GetJob(string token) => CreateJob(JobToken.Read(token, Transport.Address), KlingJobStatus.Unknown);

    /// <summary>
    /// Checks once, within 30 s and at no cost, whether the API can be reached and accepts the key. It requests the status of a job that
    /// does not exist: a 404 shows that the key was accepted, because a wrong key is refused first.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="KlingApiException"> The key was refused (<see cref="KlingErrorKind.Unauthorized"/>), there was no response, or the
    /// response is not from the API.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task CheckAccessAsync(CancellationToken cancellationToken = default) =>
        new AccessCheck(Transport).RunAsync(cancellationToken);

    /// <summary>
    /// Creates the handler that a client with its own connections uses. It follows no redirects, keeps no cookies, and closes a connection
    /// after 30 s without use, because a submit on a connection that the server is closing could not be confirmed.
    /// </summary>
    /// <returns>A new handler. Use it as the inner handler of your own.</returns>
    public static SocketsHttpHandler CreateHandler() => OwnHttp.CreateHandler();

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was passed to the constructor stays open.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client's own connections.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _own?.Dispose();
        }
    }

    private static T NotNull<T>(T value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);
}
