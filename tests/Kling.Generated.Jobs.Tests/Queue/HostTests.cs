using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kling.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Kling.Tests;

/// <summary>The jobs in a host.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task A_host_works_on_what_is_enqueued_and_a_new_host_continues()
    {
        using var folder = new TemporaryFolder();
        using var emulator = new SegmindEmulator([JobsStage.Clip], new SegmindEmulatorOptions { TimeScale = 10_000 });
        Guid waiting;
        using (IHost api = CreateHost(emulator, folder.File("jobs.db"), runsWorker: false))
        {
            await api.StartAsync(JobsStage.Token);
            waiting = (await api.Services.GetRequiredService<KlingJobs>().EnqueueAsync(JobsStage.Request(), null, JobsStage.Token)).Id;
            await api.StopAsync(JobsStage.Token);
        }

        Assert.Equal(0, emulator.Counters.Posts);
        using IHost worker = CreateHost(emulator, folder.File("jobs.db"), runsWorker: true);
        await worker.StartAsync(JobsStage.Token);
        KlingJobs jobs = worker.Services.GetRequiredService<KlingJobs>();
        KlingTicket ticket = await jobs.WaitAsync(waiting, JobsStage.Token);
        HealthReport health = await worker.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(JobsStage.Token);
        await worker.StopAsync(JobsStage.Token);

        Assert.Equal(KlingTicketState.Completed, ticket.State);
        Assert.Equal((HealthStatus.Healthy, "kling-jobs"), (health.Status, Assert.Single(health.Entries).Key));
    }

    [Fact]
    public async Task Submits_are_linked_to_their_enqueuer_and_counted()
    {
        using var folder = new TemporaryFolder();
        using var emulator = new SegmindEmulator([JobsStage.Clip], new SegmindEmulatorOptions { TimeScale = 10_000 });
        using KlingClient client = emulator.CreateClient();
        await using var jobs = new KlingJobs(client, options => options.UseSqlite(folder.File("jobs.db")));
        using var application = new ActivitySource("application");
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is KlingJobsTelemetry.Name or "application",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        List<string?> ended = [];
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, meters) =>
            {
                if (instrument.Name == "kling.jobs.ended")
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                lock (ended)
                {
                    ended.Add(tags[0].Value as string);
                }
            }
        );
        meters.Start();

        using Activity enqueuer = application.StartActivity("order")!;
        KlingTicket ticket = await jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        _ = await jobs.DrainAsync(JobsStage.Token);

        Activity submit = Assert.Single(spans, span => (string?)span.GetTagItem("kling.ticket") == ticket.Id.ToString());
        Assert.Equal(enqueuer.SpanId, Assert.Single(submit.Links).Context.SpanId);
        Assert.Contains(nameof(KlingTicketState.Completed), ended);
    }

    [Fact]
    public void A_database_must_be_chosen_and_must_be_a_file()
    {
        using var emulator = new SegmindEmulator([JobsStage.Clip]);
        using KlingClient client = emulator.CreateClient();

        Assert.Throws<InvalidOperationException>(() => new KlingJobs(client, static _ => { }));
        Assert.Throws<ArgumentException>(() => new KlingJobs(client, static options => options.UseSqlite(":memory:")));
        Assert.Throws<ArgumentException>(() => new KlingJobs(client, static options => options.UsePostgreSql("no connection string")));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new KlingJobs(client, static options => options.UseSqlite("x.db").MaxInFlight = 0)
        );
    }

    private static IHost CreateHost(SegmindEmulator emulator, string path, bool runsWorker)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        _ = builder
            .Services.AddKling(static options => options.ApiKey = "SG_0123456789abcdef")
            .ConfigurePrimaryHttpMessageHandler(() => emulator)
            .AddKlingJobs(options =>
            {
                options.UseSqlite(path).RunWorker = runsWorker;
                options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50));
            });
        _ = builder.Services.AddHealthChecks().AddKlingJobsCheck(TimeSpan.FromHours(1));
        return builder.Build();
    }
}
