using System.Net;

namespace Kling.Emulator;

/// <summary>
/// The Segmind API without the network: put it under an <see cref="HttpClient"/>, and submits, polls, results and downloads are answered as
/// the service answers them. It serves the models it is given, judges their requests by their schemas, and runs jobs on a
/// <see cref="TimeProvider"/>. Safe for use by many threads.
/// </summary>
/// <remarks>
/// A job is QUEUED for a twentieth of its model's <see cref="KlingModel.TypicalDuration"/> (60 s where that is unknown) and PROCESSING for
/// the rest, divided by <see cref="SegmindEmulatorOptions.TimeScale"/>. The seconds in <c>metrics</c> are those that pass on the emulator's
/// clock, so a client that learns from them learns what it will see. Nothing leaves the process.
/// </remarks>
public sealed class SegmindEmulator : HttpMessageHandler
{
    // Every emulator accepts a key of this form unless it is given one. It is not a real key.
    private const string AnyKey = "SG_0000000000000000";

    private readonly SegmindEmulatorOptions _options;
    private readonly ApiRoutes _routes;
    private readonly SegmindApi _api;
    private readonly JobBook _jobs;
    private readonly UploadedFiles _uploads;
    private readonly FaultRules _faults = new();
    private readonly RequestCounter _counter;

    /// <summary>An emulator of the given models.</summary>
    /// <param name="models">The models it serves: a catalogue's, a <see cref="SchemaFolder"/>'s, or both.</param>
    /// <param name="options">How it behaves; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">Two models have the same slug, or an option is out of its range.</exception>
    public SegmindEmulator(IEnumerable<KlingModel> models, SegmindEmulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        _options = options ?? new SegmindEmulatorOptions();
        _options.Check();
        Dictionary<string, ServedModel> served = Serve(models);
        _routes = new ApiRoutes(_options.BaseAddress, _options.OutputAddress, _options.AnyHost);
        _jobs = new JobBook(_options);
        _counter = new RequestCounter(_options.RecordLifetime);
        _uploads = new UploadedFiles(_options.Seed);
        _api = new SegmindApi(served, _jobs, _uploads, _options);
    }

    /// <summary>What has been received so far.</summary>
    public EmulatorCounters Counters => _counter.Snapshot();

    /// <summary>
    /// The jobs that have been accepted so far, the oldest first, whether the client heard of them or not. A job is forgotten as the service forgets it:
    /// at the first submit after its <see cref="SegmindEmulatorOptions.RecordLifetime"/>. Its file is kept for seven days after it finished.
    /// </summary>
    public IReadOnlyList<EmulatorJob> Jobs => _jobs.All();

    /// <summary>
    /// A client of this emulator, with its address, key and clock. It polls as the default strategy does at the service, faster by <see cref="SegmindEmulatorOptions.TimeScale"/>.
    /// </summary>
    /// <param name="configure">Changes the client's options; <see langword="null"/> leaves them as they are.</param>
    /// <returns>A new client. It does not dispose the emulator.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public KlingClient CreateClient(Action<KlingClientOptions>? configure = null)
    {
        var options = new KlingClientOptions
        {
            BaseAddress = _options.BaseAddress,
            InsecureHosts = _options.BaseAddress.Scheme == Uri.UriSchemeHttp ? [_options.BaseAddress.Host] : [],
            ApiKey = _options.ApiKey ?? AnyKey,
            TimeProvider = _options.TimeProvider,
        };
        options.Polling = new ScaledPolling(options.Polling, _options.TimeScale);
        configure?.Invoke(options);
        return new KlingClient(new HttpClient(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, options);
    }

    /// <summary>
    /// Lets something go wrong for the requests that match. Of several rules for a request the first that was added counts; a rule that has
    /// happened as often as it should is out of the way.
    /// </summary>
    /// <param name="matches">Which requests. It is called for each one, possibly on several threads, and must not call the emulator.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often, 1 or more; <see langword="null"/> for always.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void When(Func<EmulatorRequest, bool> matches, EmulatorFault fault, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        _faults.Add(matches, fault, times);
    }

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">
    /// A fault broke the connection, or the address is neither the API's nor the output host's: the emulator's network has no other host.
    /// </exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ApiRoutes routes = _routes.At(request.RequestUri);
        EmulatorRequest received = routes.Read(request);
        _counter.Count(received, _options.TimeProvider.GetUtcNow());

        var body = new ReceivedBody(request.Content);
        var exchange = new EmulatorExchange(
            received,
            routes,
            _options.TimeProvider,
            cancellation => body.DiscardAsync(_api.LimitOf(received), cancellation),
            (exchange, cancellation) => HandleAsync(request, body, exchange, cancellation));
        HttpResponseMessage answer = await AnswerAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        answer.RequestMessage = request;
        return answer;
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        EmulatorFault? fault;
        try
        {
            fault = (_options.FaultsByHeader ? FaultHeader.Read(request) : null) ?? _faults.Take(exchange.Received);
        }
        catch (FormatException e)
        {
            return Task.FromResult(ApiAnswer.Error(HttpStatusCode.BadRequest, e.Message));
        }

        return fault is null ? exchange.ProceedAsync(cancellationToken) : fault.AnswerAsync(exchange, cancellationToken);
    }

    private static Dictionary<string, ServedModel> Serve(IEnumerable<KlingModel> models)
    {
        var served = new Dictionary<string, ServedModel>(StringComparer.Ordinal);
        foreach (KlingModel model in models)
        {
            if (!served.TryAdd(model.Slug, new ServedModel(model)))
            {
                throw new ArgumentException($"Two models have the slug '{model.Slug}'. Pass one of them.", nameof(models));
            }
        }

        return served;
    }

    private async Task<HttpResponseMessage> HandleAsync(
        HttpRequestMessage request, ReceivedBody body, EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.Received.Operation is EmulatorOperation.Elsewhere)
        {
            throw exchange.Routes.Unreachable(exchange.Received.Uri);
        }

        if (exchange.Received.Operation is EmulatorOperation.Download)
        {
            return Download(request, exchange);
        }

        (HttpResponseMessage answer, bool isNewJob) = await _api.AnswerAsync(request, body, exchange, cancellationToken).ConfigureAwait(false);
        if (isNewJob)
        {
            _counter.CountJob();
        }

        return answer;
    }

    private HttpResponseMessage Download(HttpRequestMessage request, EmulatorExchange exchange)
    {
        if (exchange.Received.CarriesApiKey)
        {
            return ApiAnswer.Error(HttpStatusCode.BadRequest, "This host does not accept an API key: a client must not send it here");
        }

        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            return ApiAnswer.Error(HttpStatusCode.MethodNotAllowed);
        }

        string name = exchange.Routes.FileName(exchange.Received.Uri);
        return _uploads.TryFind(name, exchange.Now, out (byte[] Bytes, string ContentType) uploaded) ? FileAnswer.Of(request, uploaded.Bytes, uploaded.ContentType)
            : _jobs.HasFile(name, exchange.Now) ? FileAnswer.Of(request, SampleVideo.Bytes, SampleVideo.ContentType)
            : ApiAnswer.Error(HttpStatusCode.NotFound);
    }
}
