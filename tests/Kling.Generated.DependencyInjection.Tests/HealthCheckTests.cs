using System.Net;
using Kling.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kling.DependencyInjection.Tests;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task An_api_that_takes_the_key_is_healthy_and_the_check_submits_nothing()
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();

        HealthReportEntry entry = await CheckAsync(services, emulator);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal((0, 1, 0), (emulator.Counters.Posts, emulator.Counters.StatusGets, emulator.Counters.ResultGets));
    }

    [Fact]
    public async Task A_key_that_is_refused_is_unhealthy_and_not_shown()
    {
        using var services = new Services();

        HealthReportEntry entry = await CheckAsync(services, services.Emulator("SG_ffffffffffffffff"));

        Assert.Equal((HealthStatus.Unhealthy, "Unauthorized"), (entry.Status, entry.Data["kind"]));
        Assert.DoesNotContain(Services.Key, $"{entry.Description} {entry.Exception}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "ServerError")]
    [InlineData(502, "BadGateway")]
    [InlineData(429, "RateLimited")]
    public async Task An_error_of_the_API_has_the_failure_status_of_the_registration(int status, string kind)
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        emulator.When(static _ => true, EmulatorFault.Error((HttpStatusCode)status));

        HealthReportEntry entry = await CheckAsync(services, emulator, HealthStatus.Degraded);

        Assert.Equal((HealthStatus.Degraded, kind), (entry.Status, entry.Data["kind"]));
    }

    [Fact]
    public async Task Another_web_server_is_not_taken_for_the_API()
    {
        using var services = new Services();

        HealthReportEntry entry = await CheckAsync(services, new Page());

        Assert.Equal((HealthStatus.Unhealthy, "InvalidResponse"), (entry.Status, entry.Data["kind"]));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_unhealthy()
    {
        using var services = new Services();

        HealthReportEntry entry = await CheckAsync(services, new Nobody());

        Assert.Equal((HealthStatus.Unhealthy, "ConnectionFailed"), (entry.Status, entry.Data["kind"]));
    }

    [Fact]
    public async Task A_keyed_client_has_a_check_of_its_own()
    {
        using var services = new Services();
        SegmindEmulator emulator = services.Emulator();
        _ = services.Collection.AddKling("eu", static options => options.ApiKey = Services.Key).ConfigurePrimaryHttpMessageHandler(() => emulator);
        _ = services.Collection.AddHealthChecks().AddKlingCheck("eu", tags: ["ready"]);

        HealthReport report = await ReportAsync(services);

        Assert.Equal(HealthStatus.Healthy, report.Entries["kling:eu"].Status);
        Assert.Equal(["ready"], report.Entries["kling:eu"].Tags);
    }

    private static async Task<HealthReportEntry> CheckAsync(Services services, HttpMessageHandler network, HealthStatus? failureStatus = null)
    {
        _ = services.Collection.AddKling(static options => options.ApiKey = Services.Key).ConfigurePrimaryHttpMessageHandler(() => network);
        _ = services.Collection.AddHealthChecks().AddKlingCheck(failureStatus: failureStatus);
        return (await ReportAsync(services)).Entries["kling"];
    }

    private static async Task<HealthReport> ReportAsync(Services services)
    {
        await using ServiceProvider provider = services.Collection.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Page : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("<h1>Not found</h1>") });
    }

    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The connection was refused.");
    }
}
