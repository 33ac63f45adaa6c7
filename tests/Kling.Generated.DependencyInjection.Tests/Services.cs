using Kling.Emulator;
using Kling.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kling.DependencyInjection.Tests;

/// <summary>A service collection with a fake clock and a log that keeps everything, over the emulator.</summary>
internal sealed class Services : IDisposable
{
    public const string Key = "SG_0123456789abcdef";

    private readonly List<SegmindEmulator> _emulators = [];

    public Services()
    {
        _ = Collection.AddSingleton<TimeProvider>(Clock);
        _ = Collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
    }

    public ServiceCollection Collection { get; } = [];

    public FakeClock Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public static IConfiguration Section(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create($"Kling:{setting.Name}", (string?)setting.Value)))
        .Build()
        .GetSection("Kling");

    /// <summary>An emulator that takes one key only.</summary>
    public SegmindEmulator Emulator(string? key = Key)
    {
        var model = KlingModel.FromSchema("clip", """{"type":"object","x-typical-seconds":60}""");
        var emulator = new SegmindEmulator([model], new SegmindEmulatorOptions { ApiKey = key, TimeProvider = Clock });
        _emulators.Add(emulator);
        return emulator;
    }

    public void Dispose()
    {
        foreach (SegmindEmulator emulator in _emulators)
        {
            emulator.Dispose();
        }
    }
}
