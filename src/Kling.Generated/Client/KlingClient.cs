using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling;

/// <summary>Submits jobs. One client serves a whole program; it is safe to use from several threads.</summary>
public class KlingClient : IDisposable
{
    private readonly KlingClientOptions _options;
    private readonly OwnHttp? _own;
    private readonly ApiTransport? _transport;
    private readonly MediaDownloader? _downloader;
    private readonly ILogger _logger;

    /// <summary>For mocking: reads no key and no environment variable. A member that would send something fails unless it is overridden.</summary>
    protected KlingClient() => (_options, _logger, Files) = (new KlingClientOptions(), NullLogger.Instance, new KlingFiles(uploader: null));

    /// <summary>A client with its own connections and the key from the options, or else from the environment variable <c>SEGMIND_API_KEY</c>.</summary>
    /// <param name="options">How it works, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is no API key.</exception>
    /// <exception cref="ArgumentException">The key cannot be one, or an option is out of its range.</exception>
    public KlingClient(KlingClientOptions? options = null)
        : this(Kling.ApiKey.From(options?.ApiKey), options, httpClient: null)
    {
    }

    /// <summary>A client with its own connections. It follows no redirects and keeps no cookies.</summary>
    /// <param name="apiKey">The API key; white space around it is dropped.</param>
    /// <param name="options">How it works, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty or holds white space or control characters, or an option is out of its range.</exception>
    public KlingClient(string apiKey, KlingClientOptions? options = null)
        : this(Kling.ApiKey.Parse(NotNull(apiKey, nameof(apiKey))), options, httpClient: null)
    {
    }

    /// <summary>
    /// A client that uses your <see cref="HttpClient"/>, with the key from the options or else from the environment variable <c>SEGMIND_API_KEY</c>.
    /// </summary>
    /// <param name="httpClient">
    /// What sends. It is not disposed here. Its handlers can neither send a submit twice, as the body can be written once, nor carry the key to
    /// another host. A handler that buffers the body (<c>ReadAsStringAsync</c> and the like) is refused for that reason; one that reads it (<c>ReadAsStreamAsync</c>) is fine. What remains
    /// is a handler that builds a request of its own from what it has read: do not add one.
    /// </param>
    /// <param name="options">How it works, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is no API key.</exception>
    /// <exception cref="ArgumentException">
    /// The key cannot be one, an option is out of its range, or <paramref name="httpClient"/> has the key among its default headers: they go to any host.
    /// </exception>
    public KlingClient(HttpClient httpClient, KlingClientOptions? options = null)
        : this(Kling.ApiKey.From(options?.ApiKey), options, NotNull(httpClient, nameof(httpClient)))
    {
        if (httpClient.DefaultRequestHeaders.Contains(SegmindHost.KeyHeader))
        {
            throw new ArgumentException(
                $"The HttpClient has the default header {SegmindHost.KeyHeader}, which would be sent to every host, including the hosts of downloads. Set the key with {nameof(KlingClientOptions)}.{nameof(KlingClientOptions.ApiKey)}.",
                nameof(httpClient));
        }
    }

    private KlingClient(ApiKey key, KlingClientOptions? options, HttpClient? httpClient)
    {
        _options = (options ?? new KlingClientOptions()).Checked();
        var address = new ApiAddress(_options.BaseAddress, _options.InsecureHosts);
        _own = httpClient is null ? new OwnHttp() : null;
        _transport = new ApiTransport(httpClient ?? _own!.Client, address, key, _options.TimeProvider, new RequestPace(_options.TimeProvider, _options.MaxPollsPerSecond));
        _logger = _options.LoggerFactory?.CreateLogger<KlingClient>() ?? (ILogger)NullLogger.Instance;
        _downloader = new MediaDownloader(httpClient ?? _own!.Client, _options.TimeProvider, _logger);
        Uri storage = _options.EffectiveUploadAddress();
        var uploads = new ApiTransport(
            httpClient ?? _own!.Client,
            new ApiAddress(storage, _options.InsecureHosts, nameof(KlingClientOptions.UploadAddress)),
            key,
            _options.TimeProvider,
            new RequestPace(_options.TimeProvider, _options.MaxPollsPerSecond));
        Files = new KlingFiles(new FileUploader(uploads, storage, key, _options.MaxUploadSize, _logger));
    }

    private ApiTransport Transport =>
        _transport ?? throw new InvalidOperationException($"This {nameof(KlingClient)} is a mock without a connection. Override the member to mock it.");

    /// <summary>Uploads local files.</summary>
    public virtual KlingFiles Files { get; }

    /// <summary>Submits a request and gives the job as soon as the server has accepted it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">
    /// Stops the submit. Before the request has left, it ends in an <see cref="OperationCanceledException"/> and nothing was sent; once the request is in flight, it ends in a
    /// <see cref="KlingSubmitUnconfirmedException"/>, as the server may have taken it.
    /// </param>
    /// <returns>The job.</returns>
    /// <exception cref="KlingValidationException">The request departs from its schema. Nothing was sent.</exception>
    /// <exception cref="KlingApiException">The server refused the request or could not be reached; no job was made.</exception>
    /// <exception cref="KlingSubmitUnconfirmedException">It is not known whether the server took it. It is never repeated by itself.</exception>
    /// <exception cref="KlingSubmittedHookException"><see cref="KlingClientOptions.OnSubmitted"/> threw; the job is in the exception.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while nothing was in flight.</exception>
    public virtual Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SubmitAsync(request, isCutOff: true, cancellationToken);
    }

    /// <summary>Submits a body to a model by its name. Nothing is validated: for models and parameters without a schema.</summary>
    /// <param name="slug">The model's name in the API's paths.</param>
    /// <param name="body">The parameters, as a JSON object.</param>
    /// <param name="cancellationToken">As for a typed request.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException"><paramref name="slug"/> is not one segment of a path, or <paramref name="body"/> is not an object.</exception>
    /// <exception cref="KlingApiException">The server refused the request or could not be reached; no job was made.</exception>
    /// <exception cref="KlingSubmitUnconfirmedException">It is not known whether the server took it. It is never repeated by itself.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while nothing was in flight.</exception>
    public virtual Task<KlingJob> SubmitAsync(string slug, JsonElement body, CancellationToken cancellationToken = default) =>
        body.ValueKind is JsonValueKind.Object
            ? SubmitAsync(slug, model: null, body.WriteTo, isCutOff: true, cancellationToken)
            : throw new ArgumentException("The body of a request must be a JSON object.", nameof(body));

    /// <summary>Submits a request and waits for its result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onSubmitted">Is given the job as soon as the server has accepted it, so that its id can be kept before the wait.</param>
    /// <param name="progress">Receives the job's status at every poll.</param>
    /// <param name="cancellationToken">Stops the submit or the wait; it does not stop the job.</param>
    /// <returns>The result.</returns>
    /// <remarks>Ends in the errors of <see cref="SubmitAsync(IKlingRequest, CancellationToken)"/> and of <see cref="KlingJob.WaitForCompletionAsync"/>.</remarks>
    public virtual async Task<KlingResult> RunAsync(
        IKlingRequest request, Action<KlingJob>? onSubmitted = null, IProgress<KlingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        KlingJob job = await SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            onSubmitted?.Invoke(job);
        }
        catch (Exception e)
        {
            throw new KlingSubmittedHookException(job, e);
        }

        return await job.WaitForCompletionAsync(timeout: null, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs many requests: submits them, bounded in number and in cost, and gives the outcome of each as it is there. Enumerate the run to start it.</summary>
    /// <param name="requests">The requests; they are taken one by one when there is room.</param>
    /// <param name="options">How many at once, what it may spend, who is told; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Submits nothing more and ends the waits. It does not stop the jobs, and no id is lost.</param>
    /// <returns>The run. It has the jobs in hand at every moment (<see cref="KlingRun.Submitted"/>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public virtual KlingRun RunManyAsync(IEnumerable<IKlingRequest> requests, KlingRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return RunManyAsync(OneByOneAsync(requests), options, cancellationToken);
    }

    /// <summary>Runs many requests that come one by one: from a queue, a file, a database.</summary>
    /// <param name="requests">The requests. The sequence is cancelled when the run is, or when its enumeration is left.</param>
    /// <param name="options">As for a sequence that is there.</param>
    /// <param name="cancellationToken">As for a sequence that is there.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public virtual KlingRun RunManyAsync(IAsyncEnumerable<IKlingRequest> requests, KlingRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return new KlingRun(new ManyJobs(SubmitWholeAsync, requests, (options ?? new KlingRunOptions()).Checked(), cancellationToken));
    }

    /// <summary>A job that was submitted earlier, by this process or another one, from its token. Nothing is sent and nothing is validated.</summary>
    /// <param name="token">What <see cref="KlingJob.ToToken"/> returned.</param>
    /// <returns>
    /// The job: its <see cref="KlingJob.Model"/> is <see langword="null"/> and its <see cref="KlingJob.Status"/> <see cref="KlingJobStatus.Unknown"/>
    /// until it is asked for. Whether the server still knows it shows then.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The text is not a token, or the job belongs to another <see cref="KlingClientOptions.BaseAddress"/> than this client's: a token never makes
    /// the client talk to another host.
    /// </exception>
    public virtual KlingJob GetJob(string token) => CreateJob(JobToken.Read(token, Transport.Address), KlingJobStatus.Unknown);

    /// <summary>
    /// Asks whether the API can be reached and takes the key, once, within 30 s and at no cost: by the state of a job that does not exist. The answer that there is none
    /// shows that the key was taken, as a wrong one is refused before.
    /// </summary>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <exception cref="KlingApiException">The key was refused (<see cref="KlingErrorKind.Unauthorized"/>), there was no answer, or another one than the API's.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task CheckAccessAsync(CancellationToken cancellationToken = default) => new AccessCheck(Transport).RunAsync(cancellationToken);

    /// <summary>
    /// A handler as a client with connections of its own has it: it follows no redirects, keeps no cookies, and lets a connection go after 30 s without use, because a submit on one that
    /// the server is just closing would be one whose outcome is unknown.
    /// </summary>
    /// <returns>A new handler; put yours on top of it.</returns>
    public static SocketsHttpHandler CreateHandler() => OwnHttp.CreateHandler();

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was given to it stays open.</summary>
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

    /// <summary>Submits a request for a run: cancelled while it is in flight, it still comes to its answer, and no id is lost.</summary>
    private Task<KlingJob> SubmitWholeAsync(IKlingRequest request, CancellationToken cancellationToken) =>
        _transport is null ? SubmitAsync(request, cancellationToken) : SubmitAsync(request, isCutOff: false, cancellationToken);

    private static async IAsyncEnumerable<IKlingRequest> OneByOneAsync(IEnumerable<IKlingRequest> requests)
    {
        foreach (IKlingRequest request in requests)
        {
            yield return request;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static T NotNull<T>(T value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);

    private async Task<KlingJob> SubmitAsync(IKlingRequest request, bool isCutOff, CancellationToken cancellationToken)
    {
        if (_options.ValidateRequests && request.Validate() is { Count: > 0 } violations)
        {
            throw new KlingValidationException(request.Model.Slug, violations);
        }

        return await SubmitAsync(request.Model.Slug, request.Model, request.WriteTo, isCutOff, cancellationToken).ConfigureAwait(false);
    }

    private async Task<KlingJob> SubmitAsync(string slug, KlingModel? model, Action<Utf8JsonWriter> write, bool isCutOff, CancellationToken cancellationToken)
    {
        long begun = _options.TimeProvider.GetTimestamp();
        Activity? span = JobSpan.Start(slug, Transport.Address.Host);
        try
        {
            KlingJob job = await SubmitAsync(slug, model, write, span, isCutOff, cancellationToken).ConfigureAwait(false);
            JobTelemetry.Submitted(span, slug, job.Id);
            return job;
        }
        catch (KlingSubmittedHookException e)
        {
            JobTelemetry.Submitted(span, slug, e.Job.Id);
            throw;
        }
        catch (Exception e)
        {
            JobTelemetry.NotSubmitted(span, slug, _options.TimeProvider.GetElapsedTime(begun), e);
            throw;
        }
    }

    private async Task<KlingJob> SubmitAsync(
        string slug, KlingModel? model, Action<Utf8JsonWriter> write, Activity? span, bool isCutOff, CancellationToken cancellationToken)
    {
        if (!SegmindPath.IsSegment(slug))
        {
            throw new ArgumentException($"'{slug}' cannot be the name of a model.", nameof(slug));
        }

        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            write(writer);
        }

        var intent = new KlingSubmitIntent { Id = Guid.NewGuid(), Slug = slug, Model = model, Body = body.WrittenMemory };
        if (_options.OnSubmitting is { } before)
        {
            await before(intent, cancellationToken).ConfigureAwait(false);
        }

        var rules = new SubmitRules(_options.SubmitTimeout, _options.RetrySubmitOnRateLimit, _options.RetrySubmitOnServerError);
        SubmitReceipt receipt;
        try
        {
            receipt = await new Submission(Transport, rules, _logger).SendAsync(slug, body.WrittenMemory, isCutOff, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingSubmitUnconfirmedException)
        {
            ClientLog.Unconfirmed(_logger, slug);
            throw;
        }

        ClientLog.Submitted(_logger, slug, receipt.RequestId);
        KlingJob job = CreateJob(slug, model, receipt, span);
        await HandOverAsync(intent, job).ConfigureAwait(false);
        return job;
    }

    private async Task HandOverAsync(KlingSubmitIntent intent, KlingJob job)
    {
        try
        {
            await (_options.OnSubmitted?.Invoke(intent, job) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new KlingSubmittedHookException(job, e);
        }
    }

    private KlingJob CreateJob(string slug, KlingModel? model, SubmitReceipt receipt, Activity? span)
    {
        string id = receipt.RequestId;
        return CreateJob(
            new JobIdentity(id, slug, receipt.SubmittedAt)
            {
                Model = model,
                TypicalDuration = model?.TypicalDuration,
                Output = model?.Output ?? KlingOutputKind.Video,
                StatusAddress = Own(receipt.StatusUrl, "status_url", Transport.Address.Status(id), id),
                ResultAddress = Own(receipt.ResultUrl, "response_url", Transport.Address.Result(id), id),
                TraceParent = span?.Id,
            },
            receipt.Status,
            span);
    }

    private KlingJob CreateJob(JobIdentity job, KlingJobStatus status, Activity? span = null) =>
        new(new JobReader(Transport, _downloader!, job), status, _options.Polling, _options.JobTimeout, _logger) { Span = span };

    /// <summary>
    /// An address that the server gave, if the key may go there and it is another than the documented one. A paid job is never dropped for one
    /// that is not.
    /// </summary>
    private Uri? Own(string? given, string name, Uri documented, string requestId)
    {
        Uri? own = Transport.Address.Own(given);
        if (own is null && given is not null)
        {
            ClientLog.ForeignAddress(_logger, requestId, name);
        }

        return own == documented ? null : own;
    }
}
