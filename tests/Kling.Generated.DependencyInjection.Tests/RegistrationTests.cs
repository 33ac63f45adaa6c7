using System.Text.Json;
using Kling.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.DependencyInjection.Tests;

public sealed class RegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_of_the_container_runs_a_job_and_saves_its_file()
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key).ConfigurePrimaryHttpMessageHandler(() => emulator);
        await using ServiceProvider provider = services.Collection.BuildServiceProvider(validateScopes: true);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-");

        KlingResult result = await RunAsync(provider.GetRequiredService<KlingClient>());
        string path = Path.Combine(folder.FullName, "clip.mp4");
        await result.Video!.SaveAsync(path, Token);

        Assert.Equal(result.Video.FileSize, new FileInfo(path).Length);
        Assert.Equal((1, 1, 0), (emulator.Counters.Posts, emulator.Counters.Downloads, emulator.Counters.KeysOnOutputHost));
        Assert.Contains("Submitted clip: job", services.Log.Text, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_client_is_one_for_the_whole_container()
    {
        using var services = new Services();
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key);
        using ServiceProvider provider = services.Collection.BuildServiceProvider();
        using IServiceScope scope = provider.CreateScope();

        Assert.Same(provider.GetRequiredService<KlingClient>(), scope.ServiceProvider.GetRequiredService<KlingClient>());
    }

    [Fact]
    public async Task Keyed_clients_have_options_and_connections_of_their_own()
    {
        using var services = new Services();
        (SegmindEmulator one, SegmindEmulator other) = (services.Emulator("SG_1111111111111111"), services.Emulator("SG_2222222222222222"));
        _ = services.Collection.AddKling("one", static options => options.ApiKey = "SG_1111111111111111").ConfigurePrimaryHttpMessageHandler(() => one);
        _ = services.Collection.AddKling("other", Services.Section(("ApiKey", "SG_2222222222222222"))).ConfigurePrimaryHttpMessageHandler(() => other);
        await using ServiceProvider provider = services.Collection.BuildServiceProvider();

        _ = await RunAsync(provider.GetRequiredKeyedService<KlingClient>("one"));
        _ = await RunAsync(provider.GetRequiredKeyedService<KlingClient>("other"));

        Assert.Equal((1, 1), (one.Counters.JobsAccepted, other.Counters.JobsAccepted));
        Assert.Null(provider.GetService<KlingClient>());
    }

    [Fact]
    public async Task Adding_a_client_twice_gives_one_client_with_both_configurations()
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        var seen = new Counting();
        _ = services.Collection.AddKling(static options => options.ApiKey = "SG_ffffffffffffffff").AddHttpMessageHandler(() => seen).ConfigurePrimaryHttpMessageHandler(() => emulator);
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key);
        await using ServiceProvider provider = services.Collection.BuildServiceProvider();

        _ = await RunAsync(provider.GetRequiredService<KlingClient>());

        _ = Assert.Single(provider.GetServices<KlingClient>());
        Assert.True(seen.Requests > 0);
    }

    [Fact]
    public async Task Default_handlers_of_the_application_are_not_used()
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        var seen = new Counting();
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key).ConfigurePrimaryHttpMessageHandler(() => emulator);
        _ = services.Collection.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => seen));
        await using ServiceProvider provider = services.Collection.BuildServiceProvider();

        _ = await RunAsync(provider.GetRequiredService<KlingClient>());

        Assert.Equal(0, seen.Requests);
    }

    [Fact]
    public void The_connections_follow_no_redirect_keep_no_cookies_and_have_no_key_in_default_headers()
    {
        using var services = new Services();
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key);
        using ServiceProvider provider = services.Collection.BuildServiceProvider();

        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Kling");
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        SocketsHttpHandler sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Equal((false, false), (sockets.AllowAutoRedirect, sockets.UseCookies));
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("Kling");
        Assert.Empty(http.DefaultRequestHeaders);
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_invalid_name_is_refused(string name) => Assert.Throws<ArgumentException>(nameof(name), () => new ServiceCollection().AddKling(name));

    private static async Task<KlingResult> RunAsync(KlingClient client)
    {
        using var body = JsonDocument.Parse("{}");
        KlingJob job = await client.SubmitAsync("clip", body.RootElement, Token);
        return await job.WaitForCompletionAsync(cancellationToken: Token);
    }

    private sealed class Counting : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
