using Kling.Models;

namespace Kling.Emulator.Tests.Contract;

/// <summary>The client that an emulator makes for itself.</summary>
public sealed class ClientTests
{
    private static readonly KlingO3Text2VideoRequest Request = new() { Prompt = "An eagle." };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task The_client_of_the_emulator_scales_its_polls_with_the_time_scale(double scale)
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock, TimeScale = scale });
        using KlingClient client = emulator.CreateClient();
        DateTimeOffset begin = clock.GetUtcNow();

        KlingResult result = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Token));

        double real = KlingO3Text2VideoRequest.Model.TypicalDuration!.Value.TotalSeconds;
        Assert.Equal(real / scale, result.Metrics!.TotalTime!.Value.TotalSeconds, 1e-3);
        Assert.InRange((clock.GetUtcNow() - begin).TotalSeconds * scale, real, real + 20);
        Assert.InRange(emulator.Counters.StatusGets, 2, 20);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(1_000_000_000)]
    public async Task The_client_of_the_emulator_gets_an_instant_job_with_its_first_polls(double scale)
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock, TimeScale = scale });
        using KlingClient client = emulator.CreateClient();

        _ = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Token));

        Assert.Equal(1, emulator.Counters.StatusGets);
    }

    [Fact]
    public async Task The_client_of_the_emulator_learns_unscaled_durations()
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock, TimeScale = 100 });
        using KlingClient client = emulator.CreateClient();
        int first = 0;
        for (int i = 0; i < 30; i++)
        {
            _ = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Token));
            first = i == 0 ? emulator.Counters.StatusGets : first;
        }

        Assert.InRange(emulator.Counters.StatusGets, 30, 30 * 12);
    }

    [Theory]
    [InlineData("https://api.segmind.com", null)]
    [InlineData("http://127.0.0.1:5080", "SG_fedcba9876543210")]
    [InlineData("http://emulator:5080", null)]
    [InlineData("https://proxy.example/segmind", "key")]
    public async Task The_client_of_the_emulator_has_its_URL_key_and_clock(string address, string? key)
    {
        var clock = new VirtualClock();
        var options = new SegmindEmulatorOptions { TimeProvider = clock, BaseAddress = new Uri(address), ApiKey = key, TimeScale = 100 };
        using var emulator = new SegmindEmulator(KlingModels.All, options);
        using KlingClient client = emulator.CreateClient();

        await client.CheckAccessAsync(Token);
        KlingResult result = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Token));
        await using Stream video = await result.Video!.OpenReadAsync(Token);
        using var file = new MemoryStream([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Uri uploaded = await client.Files.UploadAsync(file, cancellationToken: Token);

        Assert.Equal((1, 1, 0, 0), (emulator.Counters.Posts, emulator.Counters.Uploads, emulator.Counters.KeysOnOutputHost, emulator.Counters.RequestsElsewhere));
        Assert.Equal(options.OutputAddress.Host, uploaded.Host);
    }

    [Fact]
    public async Task The_client_of_the_emulator_has_its_own_options_and_does_not_dispose_the_emulator()
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeProvider = clock });
        using (KlingClient client = emulator.CreateClient(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(1))))
        {
            _ = await clock.RunAsync(() => client.RunAsync(Request, cancellationToken: Token));
        }

        using KlingClient other = emulator.CreateClient();
        Assert.NotNull(await other.SubmitAsync(Request, Token));

        Assert.Equal((int)Math.Ceiling(KlingO3Text2VideoRequest.Model.TypicalDuration!.Value.TotalSeconds), emulator.Counters.StatusGets);
        Assert.Equal(2, emulator.Counters.Posts);
    }
}
