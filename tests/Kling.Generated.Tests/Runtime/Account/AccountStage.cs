using System.Text.Json;
using Kling.Emulator;

namespace Kling.Tests;

/// <summary>An emulator with the account's history, and a client, on one clock.</summary>
internal sealed class AccountStage : IDisposable
{
    public static readonly KlingModel Clip = KlingModel.FromSchema("clip", """
        {
          "type": "object", "x-typical-seconds": 60, "x-typical-cost": 2,
          "x-cost": { "range": [1, 5], "parameters": ["seconds"] },
          "properties": { "prompt": { "type": "string" }, "seconds": { "type": "integer" } }
        }
        """);

    private static readonly KlingModel Other = KlingModel.FromSchema("other-clip", """{ "type": "object", "x-typical-seconds": 60 }""");

    public AccountStage(SegmindEmulatorOptions? options = null, Action<KlingClientOptions>? configure = null)
    {
        Emulator = new SegmindEmulator([Clip, Other], (options ?? new SegmindEmulatorOptions()) with { TimeProvider = Clock, ApiKey = Stage.Key });
        Client = Emulator.CreateClient(configure);
    }

    public FakeClock Clock { get; } = new();

    public SegmindEmulator Emulator { get; }

    public KlingClient Client { get; }

    public Task<KlingJob> SubmitAsync(string body = """{"prompt":"a"}""", string slug = "clip") => Client.SubmitAsync(slug, Json(body), Stage.Token);

    /// <summary>A submit that the server accepts, and whose answer is lost.</summary>
    public Task<KlingSubmitUnconfirmedException> LoseAsync(string body = """{"prompt":"a"}""", params EmulatorFault[] faults) =>
        FailAsync(body, EmulatorFault.Combine([.. faults, EmulatorFault.TruncatedBody()]));

    /// <summary>A submit that the server does not accept, and of which a gateway tells nothing.</summary>
    public Task<KlingSubmitUnconfirmedException> MissAsync(string body = """{"prompt":"a"}""") =>
        FailAsync(body, EmulatorFault.Error(System.Net.HttpStatusCode.GatewayTimeout));

    public async Task<List<KlingHistoryEntry>> HistoryAsync(KlingHistoryQuery? query = null)
    {
        var entries = new List<KlingHistoryEntry>();
        await foreach (KlingHistoryEntry entry in Client.Account.GetHistoryAsync(query, Stage.Token))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public void Dispose()
    {
        Client.Dispose();
        Emulator.Dispose();
    }

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private async Task<KlingSubmitUnconfirmedException> FailAsync(string body, EmulatorFault fault)
    {
        Emulator.When(static request => request.Operation is EmulatorOperation.Submit, fault, times: 1);
        return await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => SubmitAsync(body));
    }
}
