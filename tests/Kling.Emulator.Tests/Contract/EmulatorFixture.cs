using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kling.Tests;

namespace Kling.Emulator.Tests.Contract;

/// <summary>An emulator of a few small models on a clock of its own, and a client that speaks the bare protocol to it.</summary>
internal sealed class EmulatorFixture : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    public static readonly TimeSpan Typical = TimeSpan.FromSeconds(190);

    public EmulatorFixture(SegmindEmulatorOptions? options = null)
    {
        Emulator = new SegmindEmulator(Models, (options ?? new SegmindEmulatorOptions()) with { TimeProvider = Clock });
        Client = new HttpClient(Emulator) { BaseAddress = new Uri("https://api.segmind.com") };
        Client.DefaultRequestHeaders.Add("x-api-key", Key);
    }

    public FakeClock Clock { get; } = new();

    public SegmindEmulator Emulator { get; }

    public HttpClient Client { get; }

    private static KlingModel[] Models =>
    [
        KlingModel.FromSchema("clip", """
            {
              "type": "object", "x-typical-seconds": 190, "x-typical-cost": 1.5,
              "properties": {
                "prompt": { "type": "string" },
                "scale": { "type": "number", "maximum": 1 },
                "image_url": { "type": "string", "format": "uri" }
              },
              "required": ["prompt"]
            }
            """),
        KlingModel.FromSchema("unmeasured", """{"type":"object"}"""),
        KlingModel.FromSchema("deprecated", """{"type":"object","deprecated":true}"""),
        KlingModel.FromSchema("retired", """{"type":"object","x-retired":true}"""),
        KlingModel.FromSchema("words", """{"type":"object","x-output":"text"}"""),
        KlingModel.FromSchema("data", """{"type":"object","x-output":"json"}"""),
        KlingModel.FromSchema("picture", """{"type":"object","x-output":"image"}"""),
        KlingModel.FromSchema("sound", """{"type":"object","x-output":"audio"}"""),
        KlingModel.FromSchema("unreadable", """{"type":"object","type":"object"}"""),
    ];

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>A client with no key.</summary>
    public HttpClient Stranger() => new(Emulator, disposeHandler: false) { BaseAddress = Client.BaseAddress };

    public Task<HttpResponseMessage> PostAsync(string slug = "clip", string body = """{"prompt":"a"}""") =>
        Client.PostAsync(new Uri($"/v2/{slug}", UriKind.Relative), Json(body), TestContext.Current.CancellationToken);

    public async Task<JsonElement> SubmitAsync(string slug = "clip", string body = """{"prompt":"a"}""")
    {
        using HttpResponseMessage answer = await PostAsync(slug, body);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await BodyAsync(answer);
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    /// <summary>Submits a job, lets it finish and gives its result.</summary>
    public async Task<JsonElement> RunAsync(string slug = "clip", string body = """{"prompt":"a"}""")
    {
        string url = (await SubmitAsync(slug, body)).GetProperty("response_url").GetString()!;
        Clock.Advance(Typical);
        using HttpResponseMessage answer = await GetAsync(url);
        return await BodyAsync(answer);
    }

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        Emulator.Dispose();
    }
}
