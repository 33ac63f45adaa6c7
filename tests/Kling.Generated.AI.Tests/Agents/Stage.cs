using System.Text.Json;
using Kling.Emulator;
using Kling.Models;
using Microsoft.Extensions.AI;

namespace Kling.Tests.AI;

/// <summary>An emulator, a client of it, and a clock that does not wait.</summary>
internal sealed class Stage : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    public Stage(IEnumerable<KlingModel>? models = null, Func<SegmindEmulatorOptions, SegmindEmulatorOptions>? configure = null, Action<KlingClientOptions>? client = null)
    {
        var options = new SegmindEmulatorOptions { TimeProvider = Clock, ApiKey = Key, Seed = 1 };
        Emulator = new SegmindEmulator(models ?? KlingModels.All, configure?.Invoke(options) ?? options);
        Client = Emulator.CreateClient(client);
    }

    public VirtualClock Clock { get; } = new();

    public SegmindEmulator Emulator { get; }

    public KlingClient Client { get; }

    /// <summary>What cancels the calls of tools.</summary>
    public CancellationToken Cancellation { get; set; } = TestContext.Current.CancellationToken;

    /// <summary>The client's tools without approval, for tests of what they do.</summary>
    public IReadOnlyList<AITool> Tools(params KlingModel[] models) => Client.AsAITools(models, new KlingToolOptions { RequiresApproval = false });

    /// <summary>Calls a tool as a chat client does, and returns what the model reads. It never contains the key.</summary>
    public async Task<JsonElement> CallAsync(IReadOnlyList<AITool> tools, string name, string arguments)
    {
        var function = (AIFunction)tools.Single(tool => tool.Name == name);
        var values = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments, AIJsonUtilities.DefaultOptions)!;
        object? result = await Clock.RunAsync(async () => await function.InvokeAsync(new AIFunctionArguments(values), Cancellation));
        var json = (JsonElement)result!;
        Assert.DoesNotContain(Key, json.GetRawText(), StringComparison.Ordinal);
        return json;
    }

    public void Dispose()
    {
        Client.Dispose();
        Emulator.Dispose();
    }
}
