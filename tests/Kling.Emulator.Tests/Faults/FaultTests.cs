using System.Net;
using System.Text.Json;
using Kling.Emulator.Tests.Contract;

namespace Kling.Emulator.Tests.Faults;

/// <summary>Each fault by a rule, as a client of the bare protocol sees it.</summary>
public sealed class FaultTests
{
    private static readonly Uri Elsewhere = new("https://elsewhere.example/v2/clip");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_after_handling_returns_an_error_although_the_job_was_created(int status)
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.Error((HttpStatusCode)status).AfterHandling());

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal((1, 1), (fixture.Emulator.Counters.Posts, fixture.Emulator.Counters.JobsAccepted));
        Assert.Equal("a", Assert.Single(fixture.Emulator.Jobs).Body.GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task A_reset_before_the_body_does_not_read_the_body()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.ResetBeforeBody());
        using var content = new WatchedContent();

        _ = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, Token));

        Assert.False(content.WasRead);
        Assert.Equal((1, 0), (fixture.Emulator.Counters.Posts, fixture.Emulator.Counters.JobsAccepted));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_after_the_body_can_leave_a_created_job(bool isHandled, int jobs)
    {
        using var fixture = new EmulatorFixture();
        EmulatorFault reset = EmulatorFault.ResetAfterBody();
        OnSubmit(fixture, isHandled ? reset.AfterHandling() : reset);
        using var content = new WatchedContent();

        HttpRequestException e = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, Token));

        _ = Assert.IsType<IOException>(e.InnerException, exactMatch: false);
        Assert.True(content.WasRead);
        Assert.Equal((1, jobs), (fixture.Emulator.Counters.Posts, fixture.Emulator.Counters.JobsAccepted));
    }

    [Fact]
    public async Task A_rate_limit_can_also_send_Retry_After()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.RateLimit(TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(7)));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal("2026-09-01T11:59:55.000Z", Assert.Single(answer.Headers.GetValues("x-rate-limit-reset-at-utc")));
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_skewed_clock_shifts_the_date_and_the_reset_time_equally()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.Combine(EmulatorFault.ClockSkew(TimeSpan.FromHours(-1)), EmulatorFault.RateLimit(TimeSpan.FromSeconds(30))));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(fixture.Clock.GetUtcNow().AddHours(-1), answer.Headers.Date);
        Assert.Equal("2026-09-01T11:00:30.000Z", Assert.Single(answer.Headers.GetValues("x-rate-limit-reset-at-utc")));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(405)]
    [InlineData(502)]
    public async Task An_HTML_page_can_have_any_status(int status)
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.HtmlPage((HttpStatusCode)status));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("<!doctype html>", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_body_keeps_the_status_and_the_job()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.EmptyBody());

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(1, fixture.Emulator.Counters.JobsAccepted);
    }

    [Fact]
    public async Task A_truncated_body_has_its_full_length_in_the_header_and_ends_in_the_middle()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        using HttpClient stranger = fixture.Stranger();
        byte[] whole = await stranger.GetByteArrayAsync(new Uri(url), Token);
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Download, EmulatorFault.TruncatedBody());

        using HttpResponseMessage answer = await stranger.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, Token);
        using var received = new MemoryStream();
        await using Stream body = await answer.Content.ReadAsStreamAsync(Token);

        HttpIOException e = await Assert.ThrowsAsync<HttpIOException>(() => body.CopyToAsync(received, Token));
        Assert.Equal(HttpRequestError.ResponseEnded, e.HttpRequestError);
        Assert.Equal((whole.Length, whole.Length / 2), (answer.Content.Headers.ContentLength, received.Length));
        Assert.Equal(whole[..(whole.Length / 2)], received.ToArray());
    }

    [Fact]
    public async Task A_slow_body_is_delayed_on_the_emulator_clock_and_is_complete()
    {
        var clock = new VirtualClock();
        using var emulator = new SegmindEmulator([KlingModel.FromSchema("clip", """{"type":"object"}""")], new SegmindEmulatorOptions { TimeProvider = clock });
        emulator.When(static _ => true, EmulatorFault.SlowBody(TimeSpan.FromSeconds(40)));
        using var client = new HttpClient(emulator);
        client.DefaultRequestHeaders.Add("x-api-key", EmulatorFixture.Key);
        DateTimeOffset begun = clock.GetUtcNow();

        string body = await clock.RunAsync(async () =>
        {
            using StringContent request = EmulatorFixture.Json("{}");
            using HttpResponseMessage answer = await client.PostAsync(new Uri("https://api.segmind.com/v2/clip"), request, Token);
            return await answer.Content.ReadAsStringAsync(Token);
        });

        using var json = JsonDocument.Parse(body);
        Assert.Equal("QUEUED", json.RootElement.GetProperty("status").GetString());
        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.FromSeconds(36), TimeSpan.FromSeconds(40));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_names_its_location(int status)
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.Redirect((HttpStatusCode)status, Elsewhere));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal((status, Elsewhere), ((int)answer.StatusCode, answer.Headers.Location));
        Assert.Equal(0, fixture.Emulator.Counters.JobsAccepted);
    }

    [Fact]
    public async Task Requests_and_keys_sent_to_another_host_are_counted()
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();

        _ = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.GetAsync(Elsewhere, Token));
        _ = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(Elsewhere, Token));

        Assert.Equal((2, 1), (fixture.Emulator.Counters.RequestsElsewhere, fixture.Emulator.Counters.KeysElsewhere));
    }

    [Fact]
    public async Task A_foreign_host_in_the_URLs_of_a_job_does_not_change_the_job()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.ForeignJobAddress(Elsewhere));

        JsonElement accepted = await fixture.SubmitAsync();

        string id = accepted.GetProperty("request_id").GetString()!;
        Assert.Equal($"https://elsewhere.example/v2/requests/{id}/status", accepted.GetProperty("status_url").GetString());
        Assert.Equal($"https://elsewhere.example/v2/requests/{id}", accepted.GetProperty("response_url").GetString());
        using HttpResponseMessage status = await fixture.GetAsync($"/v2/requests/{id}/status");
        Assert.Equal(HttpStatusCode.OK, status.StatusCode);
    }

    [Fact]
    public async Task A_job_can_be_unknown_at_first_and_be_forgotten_early()
    {
        using var fixture = new EmulatorFixture();
        OnSubmit(fixture, EmulatorFault.Combine(EmulatorFault.JobUnknown(TimeSpan.FromSeconds(10)), EmulatorFault.JobForgotten(TimeSpan.FromSeconds(60))));
        string path = $"/v2/requests/{(await fixture.SubmitAsync()).GetProperty("request_id").GetString()}/status";

        List<HttpStatusCode> statuses = [];
        foreach (int pause in (int[])[0, 10, 49, 1])
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(pause));
            using HttpResponseMessage answer = await fixture.GetAsync(path);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], statuses);
    }

    [Fact]
    public async Task A_fault_can_set_the_duration_of_a_job_and_let_it_fail()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { TimeScale = 100 });
        OnSubmit(fixture, EmulatorFault.Combine(EmulatorFault.JobDuration(TimeSpan.FromSeconds(50)), EmulatorFault.JobFailure("blocked")));
        string path = $"/v2/requests/{(await fixture.SubmitAsync()).GetProperty("request_id").GetString()}";

        fixture.Clock.Advance(TimeSpan.FromSeconds(49));
        using HttpResponseMessage before = await fixture.GetAsync(path);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        using HttpResponseMessage after = await fixture.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (before.StatusCode, after.StatusCode));
        EmulatorJob job = Assert.Single(fixture.Emulator.Jobs);
        Assert.Equal((TimeSpan.FromSeconds(50), "blocked", 0m), (job.Duration, job.Error, job.Cost));
    }

    [Fact]
    public async Task The_polls_of_each_job_are_counted()
    {
        using var fixture = new EmulatorFixture();
        string id = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;

        foreach (string path in (string[])[$"/v2/requests/{id}/status", $"/v2/requests/{id}", $"/v2/requests/{id}/status", "/v2/requests/none"])
        {
            using HttpResponseMessage answer = await fixture.GetAsync(path);
        }

        Assert.Equal(new Dictionary<string, int> { [id] = 3, ["none"] = 1 }, fixture.Emulator.Counters.GetsByRequestId);
    }

    [Fact]
    public void Faults_with_invalid_values_are_refused()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.HtmlPage(HttpStatusCode.NoContent));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.HtmlPage(HttpStatusCode.Continue));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Redirect(HttpStatusCode.OK, Elsewhere));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.RateLimit(TimeSpan.Zero, TimeSpan.FromSeconds(-1)));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.SlowBody(TimeSpan.Zero));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.JobDuration(TimeSpan.FromSeconds(-1)));
        _ = Assert.Throws<ArgumentException>(() => EmulatorFault.ForeignJobAddress(new Uri("/v2", UriKind.Relative)));
        _ = Assert.Throws<ArgumentException>(() => EmulatorFault.Combine());
    }

    private static void OnSubmit(EmulatorFixture fixture, EmulatorFault fault) =>
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, fault);

    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent()
            : base("""{"prompt":"a"}"""u8.ToArray()) => Headers.ContentType = new("application/json");

        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            WasRead = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
