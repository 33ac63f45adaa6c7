using Kling.Emulator;
using Kling.Models;

namespace Kling.Tests.Models.EndToEnd;

/// <summary>The client of users against the emulator of all shipped models, on one fake clock.</summary>
internal sealed class LiveStage : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    private readonly HttpClient _http;
    private readonly WireTap _tap;

    public LiveStage(SegmindEmulatorOptions? emulator = null, Action<KlingClientOptions>? configure = null)
    {
        Emulator = new SegmindEmulator(KlingModels.All.Append(Retired), (emulator ?? new SegmindEmulatorOptions()) with { TimeProvider = Clock });
        _tap = new WireTap(Emulator);
        _http = new HttpClient(_tap) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new KlingClientOptions { ApiKey = Key, TimeProvider = Clock, Polling = PollingStrategy.LatencyAware(seed: 1) };
        configure?.Invoke(options);
        Client = new KlingClient(_http, options);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static KlingModel Retired { get; } = KlingModel.FromSchema("retired", """{"type":"object","x-retired":true}""");

    public FakeClock Clock { get; } = new();

    public SegmindEmulator Emulator { get; }

    public KlingClient Client { get; }

    /// <summary>The submits that went over the wire, as bytes.</summary>
    public IReadOnlyList<(string? ContentType, byte[] Body)> Submits => _tap.Submits;

    /// <summary>A valid request of some shipped model: which one is not the point.</summary>
    public static IKlingRequest AnyRequest() => Request(KlingModels.All[0].Slug);

    /// <summary>A valid request of a shipped model.</summary>
    public static IKlingRequest Request(string slug) => (IKlingRequest)Shipped.Read(slug, Minimal.Body(slug).ToJsonString()).Value;

    public Task<KlingJob> SubmitAsync() => Client.SubmitAsync(AnyRequest(), Token);

    public void OnSubmit(EmulatorFault fault, int? times = null) => Emulator.When(static request => request.Operation is EmulatorOperation.Submit, fault, times);

    public void OnStatus(EmulatorFault fault, int? times = null) => Emulator.When(static request => request.Operation is EmulatorOperation.Status, fault, times);

    public void OnResult(EmulatorFault fault, int? times = null) => Emulator.When(static request => request.Operation is EmulatorOperation.Result, fault, times);

    public void OnDownload(EmulatorFault fault, int? times = null) => Emulator.When(static request => request.Operation is EmulatorOperation.Download, fault, times);

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    /// <summary>Listens on the way in. The body can be written once only, so the emulator is handed what was heard.</summary>
    private sealed class WireTap(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<(string? ContentType, byte[] Body)> Submits { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            using var body = new MemoryStream();
            await request.Content!.CopyToAsync(body, cancellationToken);
            var heard = new ByteArrayContent(body.ToArray());
            foreach ((string name, IEnumerable<string> values) in request.Content.Headers)
            {
                _ = heard.Headers.TryAddWithoutValidation(name, values);
            }

            Submits.Add((request.Content.Headers.ContentType?.ToString(), body.ToArray()));
            request.Content = heard;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
