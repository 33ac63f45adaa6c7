using System.Net;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

/// <summary>The account's credits and its history, as the bare protocol shows them.</summary>
public sealed class HistoryTests
{
    private const string History = "/inference-request/request-history";

    [Fact]
    public async Task Credits_are_what_is_left()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Credits = 10 });
        _ = await fixture.SubmitAsync();

        Assert.Equal("""{"credits":8.5,"free-credits":0}""", (await GetAsync(fixture, "/v1/get-user-credits")).GetRawText());
    }

    [Theory]
    [InlineData(History)]
    [InlineData("https://api.spotprod.segmind.com" + History)]
    public async Task A_row_follows_its_job_from_pending_to_completed(string path)
    {
        using var fixture = new EmulatorFixture();
        string id = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;

        JsonElement pending = Assert.Single((await GetAsync(fixture, path)).GetProperty("data").EnumerateArray());
        fixture.Clock.Advance(EmulatorFixture.Typical);
        JsonElement completed = await GetAsync(fixture, $"{path}/{id}");

        Assert.Equal((id, "clip", "PENDING", 0), (Text(pending, "request_id"), Text(pending, "model_name"), Text(pending, "model_status"), pending.GetProperty("credits_deduction").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, pending.GetProperty("generation_url").ValueKind);
        Assert.Equal("""{"prompt":"a"}""", pending.GetProperty("request_body").GetRawText());
        Assert.Equal((id, "COMPLETED", 1.5m, 190_000), (Text(completed, "request_id"), Text(completed, "model_status"), completed.GetProperty("credits_deduction").GetDecimal(), completed.GetProperty("latency_ms").GetDouble()));
        using HttpClient stranger = fixture.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(Text(completed, "generation_url")!), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_failed_job_has_its_error_and_costs_nothing()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.JobFailure("No face"));
        _ = await fixture.RunAsync();

        JsonElement row = Assert.Single((await GetAsync(fixture, History + "?status=FAILED")).GetProperty("data").EnumerateArray());

        Assert.Equal(("FAILED", "No face", 0), (Text(row, "model_status"), Text(row, "error"), row.GetProperty("credits_deduction").GetDecimal()));
    }

    [Theory]
    [InlineData("", 20, 0)]
    [InlineData("per_page=100", 25, 0)]
    [InlineData("page=2", 5, 20)]
    [InlineData("page=3", 0, 25)]
    [InlineData("page=2147483647&per_page=100", 0, 25)]
    [InlineData("per_page=10&sort_order=asc", 10, -1)]
    public async Task A_list_has_pages(string query, int count, int firstIndex)
    {
        using var fixture = new EmulatorFixture();
        for (int i = 0; i < 25; i++)
        {
            _ = await fixture.SubmitAsync();
        }

        JsonElement answer = await GetAsync(fixture, $"{History}?{query}");
        string?[] ids = [.. answer.GetProperty("data").EnumerateArray().Select(static row => Text(row, "request_id"))];

        Assert.Equal((count, 25), (ids.Length, answer.GetProperty("total").GetInt32()));
        string[] newestFirst = [.. fixture.Emulator.Jobs.Select(static job => job.RequestId).Reverse()];
        Assert.Equal(firstIndex < 0 ? newestFirst.Reverse().Take(count) : newestFirst.Skip(firstIndex).Take(count), ids);
    }

    [Fact]
    public async Task Filters_limit_the_list()
    {
        using var fixture = new EmulatorFixture();
        string day = fixture.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _ = await fixture.SubmitAsync();
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        _ = await fixture.SubmitAsync("picture", "{}");

        async Task<int> Count(string query) => (await GetAsync(fixture, $"{History}?{query}")).GetProperty("total").GetInt32();

        var counts = new List<int>();
        foreach (string query in (string[])["", "model_name=lip", "status=PENDING", "status=COMPLETED", $"to_date={day}", "from_date=2020-01-01&to_date=2020-01-31"])
        {
            counts.Add(await Count(query));
        }

        Assert.Equal([2, 1, 1, 1, 1, 0], counts);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("per_page=101")]
    [InlineData("per_page=x")]
    [InlineData("status=DONE")]
    [InlineData("sort_by=age")]
    [InlineData("sort_order=up")]
    [InlineData("from_date=today")]
    [InlineData("from_date=2026-01-01&to_date=2026-02-02")]
    [InlineData("from_date=2026-01-02&to_date=2026-01-01")]
    public async Task A_value_that_is_not_allowed_is_refused(string query)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.GetAsync($"{History}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_row_appears_after_the_lag_and_is_gone_after_its_lifetime()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { HistoryLag = TimeSpan.FromSeconds(30), HistoryLifetime = TimeSpan.FromMinutes(2) });
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.HistoryLate(TimeSpan.FromSeconds(60)), times: 1);
        _ = await fixture.SubmitAsync();
        _ = await fixture.SubmitAsync();

        async Task<int> Count() => (await GetAsync(fixture, History)).GetProperty("data").GetArrayLength();

        var counts = new List<int>();
        foreach (int seconds in (int[])[0, 29, 1, 59, 1, 30])
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(seconds));
            counts.Add(await Count());
        }

        Assert.Equal([0, 0, 1, 1, 2, 0], counts);
    }

    [Fact]
    public async Task The_history_needs_the_key_and_knows_no_other_ids()
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri(History, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.GetAsync(History + "/unknown")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await fixture.Client.PostAsync(new Uri(History, UriKind.Relative), EmulatorFixture.Json("{}"), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<JsonElement> GetAsync(EmulatorFixture fixture, string path)
    {
        using HttpResponseMessage answer = await fixture.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await EmulatorFixture.BodyAsync(answer);
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
