using System.Net;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

public sealed class JobLifeTests
{
    [Fact]
    public async Task A_job_is_queued_then_processing_then_completed_at_the_models_typical_time()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.SubmitAsync()).GetProperty("status_url").GetString()!;

        Assert.Equal("QUEUED", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(9.4));
        Assert.Equal("QUEUED", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal("PROCESSING", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(180.3));
        Assert.Equal("PROCESSING", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("COMPLETED", await StatusAsync(fixture, url));
    }

    [Fact]
    public async Task A_time_scale_of_95_runs_a_job_of_190_seconds_in_two()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { TimeScale = 95 });
        string url = (await fixture.SubmitAsync()).GetProperty("status_url").GetString()!;

        fixture.Clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.Equal("PROCESSING", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("COMPLETED", await StatusAsync(fixture, url));
    }

    [Fact]
    public async Task A_model_without_a_typical_time_takes_a_minute()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.SubmitAsync("unmeasured")).GetProperty("status_url").GetString()!;

        fixture.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal("PROCESSING", await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("COMPLETED", await StatusAsync(fixture, url));
    }

    [Fact]
    public async Task Metrics_count_the_seconds_that_passed_on_the_clients_clock()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { TimeScale = 95, Credits = 10 });

        JsonElement metrics = (await fixture.RunAsync()).GetProperty("metrics");

        Assert.Equal(2, metrics.GetProperty("total_time").GetDouble());
        Assert.Equal(0.1, metrics.GetProperty("queue_time").GetDouble());
        Assert.Equal(1.9, metrics.GetProperty("inference_time").GetDouble());
        Assert.Equal(1.5m, metrics.GetProperty("cost").GetDecimal());
        Assert.Equal(8.5m, metrics.GetProperty("remaining_credits").GetDecimal());
    }

    [Fact]
    public async Task A_result_before_the_end_has_a_status_and_no_output()
    {
        using var fixture = new EmulatorFixture();
        using HttpResponseMessage answer = await fixture.GetAsync((await fixture.SubmitAsync()).GetProperty("response_url").GetString()!);

        JsonElement body = await EmulatorFixture.BodyAsync(answer);

        Assert.Equal((HttpStatusCode.OK, "QUEUED"), (answer.StatusCode, body.GetProperty("status").GetString()));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("output").ValueKind);
        Assert.False(body.TryGetProperty("metrics", out _));
    }

    [Fact]
    public async Task A_completed_result_has_the_output_the_video_and_the_prompt()
    {
        using var fixture = new EmulatorFixture();

        JsonElement body = await fixture.RunAsync(body: """{"prompt":"Clouds drift."}""");

        JsonElement video = body.GetProperty("video");
        Assert.Equal("COMPLETED", body.GetProperty("status").GetString());
        Assert.Equal("Clouds drift.", body.GetProperty("prompt").GetString());
        Assert.Equal(body.GetProperty("output").GetString(), video.GetProperty("url").GetString());
        Assert.Equal("video/mp4", video.GetProperty("content_type").GetString());
        Assert.EndsWith("/" + video.GetProperty("file_name").GetString(), video.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("api.segmind.com", new Uri(video.GetProperty("url").GetString()!).Host);
    }

    [Fact]
    public async Task The_status_of_a_completed_job_contains_no_output()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.SubmitAsync()).GetProperty("status_url").GetString()!;
        fixture.Clock.Advance(EmulatorFixture.Typical);

        using HttpResponseMessage answer = await fixture.GetAsync(url);

        JsonElement body = await EmulatorFixture.BodyAsync(answer);
        Assert.Equal(["request_id", "status", "metrics"], body.EnumerateObject().Select(static member => member.Name));
    }

    [Theory]
    [InlineData("status_url")]
    [InlineData("response_url")]
    public async Task A_failed_job_is_served_as_422_with_its_error_and_timings_and_no_bill(string address)
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Credits = 1.5m });
        fixture.Emulator.When(static request => request.Slug == "clip", EmulatorFault.JobFailure("Blocked by the content policy"), times: 1);
        JsonElement job = await fixture.SubmitAsync();
        fixture.Clock.Advance(EmulatorFixture.Typical);

        using HttpResponseMessage answer = await fixture.GetAsync(job.GetProperty(address).GetString()!);

        JsonElement body = await EmulatorFixture.BodyAsync(answer);
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal("FAILED", body.GetProperty("status").GetString());
        Assert.Equal("Blocked by the content policy", body.GetProperty("error").GetString());
        Assert.Equal(
            ["inference_time", "queue_time", "total_time"],
            body.GetProperty("metrics").EnumerateObject().Select(static member => member.Name));

        // The credits of the failed job pay for this one.
        JsonElement next = await fixture.RunAsync();
        Assert.Equal(0, next.GetProperty("metrics").GetProperty("remaining_credits").GetDecimal());
    }

    [Fact]
    public async Task A_job_that_will_fail_is_processing_until_then()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.JobFailure("No"), times: 1);
        string url = (await fixture.SubmitAsync()).GetProperty("status_url").GetString()!;

        fixture.Clock.Advance(EmulatorFixture.Typical / 2);

        Assert.Equal("PROCESSING", await StatusAsync(fixture, url));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(95)]
    public async Task A_record_is_gone_after_an_hour_of_the_clock_whatever_the_time_scale(double scale)
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { TimeScale = scale });
        JsonElement job = await fixture.SubmitAsync();
        string id = job.GetProperty("request_id").GetString()!;

        fixture.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal("COMPLETED", await StatusAsync(fixture, job.GetProperty("status_url").GetString()!));
        fixture.Clock.Advance(TimeSpan.FromTicks(1));

        foreach (string address in (string[])["status_url", "response_url"])
        {
            using HttpResponseMessage answer = await fixture.GetAsync(job.GetProperty(address).GetString()!);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal($$"""{"error":"Request {{id}} not found"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("words", "A text made by the emulator.")]
    [InlineData("data", """{"emulated":true}""")]
    public async Task Models_of_text_and_JSON_return_their_output_without_media(string slug, string output)
    {
        using var fixture = new EmulatorFixture();

        JsonElement body = await fixture.RunAsync(slug);

        Assert.Equal(output, body.GetProperty("output").GetString());
        Assert.False(body.TryGetProperty("video", out _));
    }

    [Fact]
    public async Task A_model_of_images_answers_with_a_PNG_file()
    {
        using var fixture = new EmulatorFixture();

        JsonElement body = await fixture.RunAsync("picture");
        using HttpClient stranger = fixture.Stranger();
        JsonElement image = Assert.Single(body.GetProperty("images").EnumerateArray());
        using HttpResponseMessage file = await stranger.GetAsync(new Uri(body.GetProperty("output").GetString()!), TestContext.Current.CancellationToken);
        byte[] bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(body.GetProperty("output").GetString(), image.GetProperty("url").GetString());
        Assert.EndsWith(".png", image.GetProperty("file_name").GetString(), StringComparison.Ordinal);
        Assert.Equal((image.GetProperty("content_type").GetString(), image.GetProperty("file_size").GetInt32()), (file.Content.Headers.ContentType?.MediaType, bytes.Length));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.False(body.TryGetProperty("video", out _));
    }

    [Fact]
    public async Task A_job_whose_output_kind_the_emulator_cannot_make_fails_with_a_message()
    {
        using var fixture = new EmulatorFixture();

        JsonElement body = await fixture.RunAsync("sound");

        Assert.Equal(("FAILED", "The emulator has no audio file to return"), (body.GetProperty("status").GetString(), body.GetProperty("error").GetString()));
    }

    private static async Task<string?> StatusAsync(EmulatorFixture fixture, string url)
    {
        using HttpResponseMessage answer = await fixture.GetAsync(url);
        return (await EmulatorFixture.BodyAsync(answer)).GetProperty("status").GetString();
    }
}
