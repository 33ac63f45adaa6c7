using System.Text.Json;
using Kling.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.DependencyInjection.Tests;

/// <summary>What the factory of HTTP clients logs.</summary>
public sealed class KeySafetyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_log_line_at_any_level_shows_the_key(bool withRequestLogs)
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        IHttpClientBuilder http = services.Collection.AddKling(static options => options.ApiKey = Services.Key).ConfigurePrimaryHttpMessageHandler(() => emulator);
        if (withRequestLogs)
        {
            _ = http.AddDefaultLogger();
        }

        await using ServiceProvider provider = services.Collection.BuildServiceProvider();
        KlingClient client = provider.GetRequiredService<KlingClient>();
        _ = await client.Files.UploadAsync(new MemoryStream([0xFF, 0xD8, 0xFF, 0]), cancellationToken: TestContext.Current.CancellationToken);
        using var body = JsonDocument.Parse("{}");
        KlingJob job = await client.SubmitAsync("clip", body.RootElement, TestContext.Current.CancellationToken);
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using Stream file = await result.Video!.OpenReadAsync(TestContext.Current.CancellationToken);

        string text = services.Log.Text;
        Assert.DoesNotContain(Services.Key, text, StringComparison.Ordinal);
        Assert.Equal(withRequestLogs, text.Contains("x-api-key", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(withRequestLogs, text.Contains(result.Video.Url.AbsolutePath, StringComparison.Ordinal));
        Assert.Contains($"Submitted clip: job {job.RequestId}", text, StringComparison.Ordinal);
    }
}
