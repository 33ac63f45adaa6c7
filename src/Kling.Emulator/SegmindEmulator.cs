using System.Net;

namespace Kling.Emulator;

/// <summary>
/// An emulator of the Segmind API for tests, without a network. Pass it to an <see cref="HttpClient"/> as its handler: it responds to
/// submits, polls, results and downloads like the service. It serves the models it is given, validates requests against their schemas, and
/// runs jobs on a
/// <see cref="TimeProvider"/>. Safe to use from several threads.
/// </summary>
/// <remarks>
/// A job is QUEUED for a twentieth of its model's <see cref="KlingModel.TypicalDuration"/> (60 s if that is unknown) and PROCESSING for the
/// rest, divided by <see cref="SegmindEmulatorOptions.TimeScale"/>. The seconds in <c>metrics</c> are measured on the emulator's clock, so
/// that a client learns the right durations from them. Nothing is sent over the network.
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

    /// <summary>Creates an emulator of the given models.</summary>
    /// <param name="models">The models to serve: those of a catalogue, of a <see cref="SchemaFolder"/>, or of both.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
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

    /// <summary>Counts of the requests that were received so far.</summary>
    public EmulatorCounters Counters => _counter.Snapshot();

    /// <summary>
    /// The jobs that were accepted so far, oldest first, including those whose response did not reach the client. A job is removed at the
    /// first submit after its <see cref="SegmindEmulatorOptions.RecordLifetime"/>. Its file is kept for seven days after the job has
    /// finished.
    /// </summary>
    public IReadOnlyList<EmulatorJob> Jobs => _jobs.All();

    /// <summary>
    /// Creates a client of this emulator, with the emulator's URL, key and clock. It polls with the default strategy, scaled by
    /// <see cref="SegmindEmulatorOptions.TimeScale"/>.
    /// </summary>
    /// <param name="configure">Changes the client's options; <see langword="null"/> for no change.</param>
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
    /// Adds a rule that injects a fault into matching requests. If several rules match, the first one that was added applies. A rule that
    /// has applied
    /// <paramref name="times"/> times is ignored.
    /// </summary>
    /// <param name="matches">Decides whether a request matches. It is called for every request, possibly from several threads, and must not
    /// call the emulator. An exception that it throws reaches the caller of the client.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How often the rule applies, 1 or more; <see langword="null"/> for always.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void When(Func<EmulatorRequest, bool> matches, EmulatorFault fault, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        _faults.Add(matches, fault, times);
    }

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException"> A fault broke the connection, or the URL belongs neither to the API nor to the output host,
    /// because the emulator has no other hosts.
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
            (exchange, cancellation) => HandleAsync(request, body, exchange, cancellation)
        );
        HttpResponseMessage answer = await AnswerAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        answer.RequestMessage = request;
        return answer;
    }

    private Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request,
        EmulatorExchange exchange,
        CancellationToken cancellationToken
    )
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
        HttpRequestMessage request,
        ReceivedBody body,
        EmulatorExchange exchange,
        CancellationToken cancellationToken
    )
    {
        if (exchange.Received.Operation is EmulatorOperation.Elsewhere)
        {
            throw exchange.Routes.Unreachable(exchange.Received.Uri);
        }

        if (exchange.Received.Operation is EmulatorOperation.Download)
        {
            return Download(request, exchange);
        }

        (HttpResponseMessage answer, bool isNewJob) = await _api.AnswerAsync(request, body, exchange, cancellationToken)
            .ConfigureAwait(false);
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
        return _uploads.TryFind(name, exchange.Now, out (byte[] Bytes, string ContentType) uploaded)
                ? FileAnswer.Of(request, uploaded.Bytes, uploaded.ContentType)
            : _jobs.HasFile(name, exchange.Now)
                ? FileAnswer.Of(request, SampleFile.Named(name).Bytes, SampleFile.Named(name).ContentType)
            : ApiAnswer.Error(HttpStatusCode.NotFound);
    }
}
