using System.Net;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

/// <summary>What an emulator that runs for long still holds.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task After_6000_jobs_in_50_hours_it_holds_those_of_the_last_hour()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Seed = 1 });
        string first = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;
        string last = first;

        for (int i = 1; i < 6_000; i++)
        {
            fixture.Clock.Advance(Step);
            using HttpResponseMessage submitted = await fixture.PostAsync();
            last = submitted.StatusCode is HttpStatusCode.OK && i == 5_999 ? (await EmulatorFixture.BodyAsync(submitted)).GetProperty("request_id").GetString()! : last;
            using HttpResponseMessage asked = await fixture.GetAsync($"/v2/requests/unknown-{i}");
        }

        Assert.Equal(120, fixture.Emulator.Jobs.Count);
        Assert.Equal(120, fixture.Emulator.Counters.GetsByRequestId.Count);
        Assert.Equal((6_000, 5_999), (fixture.Emulator.Counters.JobsAccepted, fixture.Emulator.Counters.ResultGets));
        Assert.Equal(last, fixture.Emulator.Jobs[^1].RequestId);
        using HttpResponseMessage forgotten = await fixture.GetAsync($"/v2/requests/{first}/status");
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);
        Assert.Equal($$"""{"error":"Request {{first}} not found"}""", await forgotten.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_job_that_is_kept_longer_does_not_keep_the_others()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.JobForgotten(TimeSpan.FromDays(30)), times: 1);
        JsonElement kept = await fixture.SubmitAsync();
        for (int i = 0; i < 50; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(6));
            _ = await fixture.SubmitAsync();
        }

        Assert.Equal(11, fixture.Emulator.Jobs.Count);
        Assert.Equal(kept.GetProperty("request_id").GetString(), fixture.Emulator.Jobs[0].RequestId);
        using HttpResponseMessage found = await fixture.GetAsync(kept.GetProperty("status_url").GetString()!);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task The_file_of_a_forgotten_job_can_be_downloaded_for_seven_days()
    {
        using var fixture = new EmulatorFixture();
        string file = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        using HttpClient stranger = fixture.Stranger();

        fixture.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        _ = await fixture.SubmitAsync();
        using HttpResponseMessage found = await stranger.GetAsync(new Uri(file), TestContext.Current.CancellationToken);
        fixture.Clock.Advance(TimeSpan.FromTicks(1));
        using HttpResponseMessage gone = await stranger.GetAsync(new Uri(file), TestContext.Current.CancellationToken);

        _ = Assert.Single(fixture.Emulator.Jobs);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (found.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task An_uploaded_file_is_kept_for_seven_days()
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();
        using HttpResponseMessage uploaded = await fixture.Client.PostAsync(
            new Uri("/upload-asset", UriKind.Relative), EmulatorFixture.Json("""{"data_urls":["data:image/png;base64,QQ=="]}"""), TestContext.Current.CancellationToken);
        var file = new Uri((await EmulatorFixture.BodyAsync(uploaded)).GetProperty("file_urls")[0].GetString()!);

        fixture.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        using HttpResponseMessage found = await stranger.GetAsync(file, TestContext.Current.CancellationToken);
        fixture.Clock.Advance(TimeSpan.FromTicks(1));
        using HttpResponseMessage gone = await stranger.GetAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (found.StatusCode, gone.StatusCode));
    }
}
