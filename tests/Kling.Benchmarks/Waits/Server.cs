using Kling.Emulator;
using Kling.Models;

namespace Kling.Benchmarks.Waits;

/// <summary>An emulator in this process on a virtual clock, behind a gate, and an <see cref="System.Net.Http.HttpClient"/> over it.</summary>
internal sealed class Server : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    public Server()
    {
        Emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = Clock });
        Gate = new Gate(Emulator);
        Http = new HttpClient(Gate) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The request of every job.</summary>
    public static KlingO3Text2VideoRequest Request { get; } = new() { Prompt = "Clouds drift past the summit." };

    /// <summary>How long each job takes.</summary>
    public static TimeSpan Duration => KlingO3Text2VideoRequest.Model.TypicalDuration!.Value;

    public VirtualClock Clock { get; } = new();

    public SegmindEmulator Emulator { get; }

    public Gate Gate { get; }

    public HttpClient Http { get; }

    /// <summary>A client with turns enough for all: nobody stands in line unless the server asks for silence.</summary>
    public KlingClient CreateClient(PollingStrategy polling) =>
        new(Http, new KlingClientOptions { ApiKey = Key, TimeProvider = Clock, Polling = polling, MaxPollsPerSecond = 10_000 });

    public void Dispose()
    {
        Http.Dispose();
        Gate.Dispose();
        Emulator.Dispose();
    }
}
