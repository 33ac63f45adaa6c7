using System.Net;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

public sealed class SubmitTests
{
    private static readonly string[] Members = ["request_id", "status", "status_url", "response_url", "poll_url"];

    [Fact]
    public async Task A_submit_returns_a_queued_job_with_its_URLs()
    {
        using var fixture = new EmulatorFixture();

        JsonElement body = await fixture.SubmitAsync();

        string id = body.GetProperty("request_id").GetString()!;
        Assert.Equal(Members, body.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("QUEUED", body.GetProperty("status").GetString());
        Assert.Equal($"https://api.segmind.com/v2/requests/{id}/status", body.GetProperty("status_url").GetString());
        Assert.Equal($"https://api.segmind.com/v2/requests/{id}/status", body.GetProperty("poll_url").GetString());
        Assert.Equal($"https://api.segmind.com/v2/requests/{id}", body.GetProperty("response_url").GetString());
    }

    [Fact]
    public async Task URLs_in_responses_begin_with_the_base_address_of_the_emulator()
    {
        using var emulator = new SegmindEmulator([KlingModel.FromSchema("m", "{}")], new SegmindEmulatorOptions { BaseAddress = new Uri("http://127.0.0.1:5080/proxy") });
        using var client = new HttpClient(emulator);
        client.DefaultRequestHeaders.Add("x-api-key", EmulatorFixture.Key);

        using HttpResponseMessage answer = await client.PostAsync(new Uri("http://127.0.0.1:5080/proxy/v2/m"), EmulatorFixture.Json("{}"), TestContext.Current.CancellationToken);

        string url = (await EmulatorFixture.BodyAsync(answer)).GetProperty("status_url").GetString()!;
        Assert.StartsWith("http://127.0.0.1:5080/proxy/v2/requests/", url, StringComparison.Ordinal);
        using HttpResponseMessage status = await client.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, status.StatusCode);
    }

    [Fact]
    public async Task A_relative_URL_is_resolved_against_the_API()
    {
        using var fixture = new EmulatorFixture();
        using var invoker = new HttpMessageInvoker(fixture.Emulator, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v2/requests/x");
        request.Headers.Add("x-api-key", EmulatorFixture.Key);

        using HttpResponseMessage answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Same(request, answer.RequestMessage);
    }

    [Fact]
    public async Task Ids_are_the_same_in_every_run_with_a_seed_and_differ_without()
    {
        Assert.Equal(await IdsAsync(seed: 7), await IdsAsync(seed: 7));
        Assert.NotEqual(await IdsAsync(seed: 7), await IdsAsync(seed: 8));
        Assert.NotEqual(await IdsAsync(seed: null), await IdsAsync(seed: null));

        static async Task<string> IdsAsync(int? seed)
        {
            using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Seed = seed });
            string first = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;
            string second = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;
            Assert.NotEqual(first, second);
            return first + second;
        }
    }

    [Fact]
    public async Task Every_received_request_is_counted_even_if_it_is_refused()
    {
        using var fixture = new EmulatorFixture();
        using HttpResponseMessage bad = await fixture.PostAsync(body: "{}");
        using HttpResponseMessage unknown = await fixture.PostAsync("nothing");
        JsonElement job = await fixture.SubmitAsync();
        using HttpResponseMessage status = await fixture.GetAsync(job.GetProperty("status_url").GetString()!);
        using HttpResponseMessage result = await fixture.GetAsync(job.GetProperty("response_url").GetString()!);
        using HttpResponseMessage result2 = await fixture.GetAsync(job.GetProperty("response_url").GetString()!);

        EmulatorCounters counters = fixture.Emulator.Counters;

        Assert.Equal(new Dictionary<string, int> { ["clip"] = 2, ["nothing"] = 1 }, counters.PostsBySlug.ToDictionary());
        Assert.Equal((3, 1, 1, 2), (counters.Posts, counters.JobsAccepted, counters.StatusGets, counters.ResultGets));
        Assert.Equal((0, 0), (counters.Downloads, counters.KeysOnOutputHost));
    }

    [Fact]
    public async Task Many_threads_may_submit_at_once()
    {
        using var fixture = new EmulatorFixture();

        JsonElement[] jobs = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => fixture.SubmitAsync(), TestContext.Current.CancellationToken)));

        Assert.Equal(200, jobs.Select(static job => job.GetProperty("request_id").GetString()).Distinct().Count());
        Assert.Equal((200, 200), (fixture.Emulator.Counters.Posts, fixture.Emulator.Counters.JobsAccepted));
    }

    [Fact]
    public async Task A_cancelled_request_is_not_counted()
    {
        using var fixture = new EmulatorFixture();
        using var invoker = new HttpMessageInvoker(fixture.Emulator, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.segmind.com/v2/clip");

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoker.SendAsync(request, new CancellationToken(canceled: true)));
        Assert.Equal(0, fixture.Emulator.Counters.Posts);
    }

    [Fact]
    public void Two_models_with_the_same_slug_are_refused()
    {
        var model = KlingModel.FromSchema("twin", "{}");

        Assert.Contains("twin", Assert.Throws<ArgumentException>(() => new SegmindEmulator([model, model])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_invalid_time_scale_is_refused(double scale) =>
        Assert.Throws<ArgumentException>(() => new SegmindEmulator([], new SegmindEmulatorOptions { TimeScale = scale }));
}
