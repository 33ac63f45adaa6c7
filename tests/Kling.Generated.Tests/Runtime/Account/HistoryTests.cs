using System.Globalization;
using Kling.Emulator;

namespace Kling.Tests;

/// <summary>The account's credits and its history.</summary>
public sealed class HistoryTests
{
    private const string Row = """{"request_id":"a","model_name":"clip","model_status":"COMPLETED","credits_deduction":1.5,"request_body":{"prompt":"x"},"generation_url":"https://files.example/a.mp4","latency_ms":1500,"model_created":"2026-09-01T11:00:00Z"}""";

    private static readonly DateTimeOffset Eleven = new(2026, 9, 1, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Credits_are_those_that_are_left()
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { Credits = 10 });
        _ = await stage.SubmitAsync();

        Assert.Equal(new KlingCredits { Credits = 8, FreeCredits = 0 }, await stage.Client.Account.GetCreditsAsync(Stage.Token));
    }

    [Theory]
    [InlineData(404, """{"error":"No credits found for the user"}""", "0")]
    [InlineData(200, """{"credits":2.5}""", "2.5")]
    public async Task Credits_can_be_missing(int status, string body, string credits)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(status, body));

        Assert.Equal(new KlingCredits { Credits = decimal.Parse(credits, CultureInfo.InvariantCulture) }, await stage.Client.Account.GetCreditsAsync(Stage.Token));
        Assert.Equal("https://api.segmind.com/v1/get-user-credits", Assert.Single(stage.Server.Requests).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData(404, """{"error":"Not found"}""", KlingErrorKind.NotFound)]
    [InlineData(401, """{"error":"unauthorized"}""", KlingErrorKind.Unauthorized)]
    [InlineData(200, """{"credits":"many"}""", KlingErrorKind.InvalidResponse)]
    [InlineData(200, "[]", KlingErrorKind.InvalidResponse)]
    public async Task Another_answer_is_an_error(int status, string body, KlingErrorKind kind)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(status, body));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.Account.GetCreditsAsync(Stage.Token));

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain(Stage.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Each_request_is_listed_once_the_newest_first(bool asText, int rows)
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryBodyAsText = asText, HistoryRowsPerRequest = rows });
        var submitted = new List<string>();
        for (int i = 0; i < 130; i++)
        {
            submitted.Add((await stage.SubmitAsync($$"""{"prompt":"{{i}}"}""")).RequestId);
            stage.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        List<KlingHistoryEntry> entries = await stage.HistoryAsync();

        Assert.Equal(submitted.AsEnumerable().Reverse(), entries.Select(static entry => entry.RequestId));
        Assert.All(entries, entry => Assert.Equal(("clip", KlingJobStatus.Completed, 2m, rows, TimeSpan.FromMinutes(1)), (entry.Slug, entry.Status, entry.Cost, entry.Outputs.Count, entry.Latency)));
        Assert.Equal("""{"prompt":"129"}""", entries[0].Body!.Value.GetRawText());
        Assert.Equal(0, stage.Emulator.Counters.KeysElsewhere);
    }

    [Theory]
    [InlineData(4, 1 + 2 + 4 + 8)]
    [InlineData(5, 1 + 2 + 4 + 8 + 16)]
    [InlineData(6, null)]
    public async Task A_page_that_fails_does_not_make_those_before_it_useless(int failures, int? seconds)
    {
        EmulatorFault[] faults =
        [
            EmulatorFault.Error(System.Net.HttpStatusCode.InternalServerError),
            EmulatorFault.HtmlPage(System.Net.HttpStatusCode.OK),
            EmulatorFault.EmptyBody(),
            EmulatorFault.TruncatedBody(),
        ];
        using var stage = new AccountStage();
        for (int i = 0; i < 130; i++)
        {
            _ = await stage.SubmitAsync($$"""{"prompt":"{{i}}"}""");
        }

        async Task<int> CountAsync()
        {
            int count = 0;
            await foreach (KlingHistoryEntry _ in stage.Client.Account.GetHistoryAsync(null, Stage.Token))
            {
                // The first page has been read.
                for (int failure = 0; count == 0 && failure < failures; failure++)
                {
                    stage.Emulator.When(static request => request.Operation is EmulatorOperation.History, faults[failure % faults.Length], times: 1);
                }

                count++;
            }

            return count;
        }

        DateTimeOffset begun = stage.Clock.GetUtcNow();
        if (seconds is { } waited)
        {
            Assert.Equal(130, await CountAsync());
            Assert.Equal(TimeSpan.FromSeconds(waited), stage.Clock.GetUtcNow() - begun);
        }
        else
        {
            _ = await Assert.ThrowsAsync<KlingApiException>(CountAsync);
        }
    }

    [Fact]
    public async Task The_first_page_is_requested_once()
    {
        using var stage = new AccountStage();
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.History, EmulatorFault.Error(System.Net.HttpStatusCode.InternalServerError), times: 1);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.HistoryAsync());

        Assert.Equal(KlingErrorKind.ServerError, error.Kind);
        Assert.Empty(stage.Clock.Delays);
        Assert.Empty(await stage.HistoryAsync());
    }

    [Fact]
    public async Task A_query_limits_the_list()
    {
        using var stage = new AccountStage();
        DateTimeOffset begun = stage.Clock.GetUtcNow();
        KlingJob first = await stage.SubmitAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));
        KlingJob second = await stage.SubmitAsync(slug: "other-clip");

        async Task<IEnumerable<string>> Ids(KlingHistoryQuery query) => (await stage.HistoryAsync(query)).Select(static entry => entry.RequestId);

        Assert.Equal([first.RequestId], await Ids(new KlingHistoryQuery { Slug = "clip" }));
        Assert.Equal([second.RequestId], await Ids(new KlingHistoryQuery { Status = KlingJobStatus.Processing }));
        Assert.Equal([first.RequestId], await Ids(new KlingHistoryQuery { Status = KlingJobStatus.Completed }));
        Assert.Equal([first.RequestId], await Ids(new KlingHistoryQuery { To = begun.AddMinutes(1) }));
        Assert.Equal([second.RequestId], await Ids(new KlingHistoryQuery { From = begun.AddMinutes(1) }));
        Assert.Equal([second.RequestId, first.RequestId], await Ids(new KlingHistoryQuery { From = begun.AddDays(-30) }));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.HistoryAsync(new KlingHistoryQuery { From = begun.AddDays(-32) }));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.HistoryAsync(new KlingHistoryQuery { From = begun, To = begun.AddDays(-1) }));
    }

    [Theory]
    [InlineData("[" + Row + "]")]
    [InlineData("""{"data":[""" + Row + "]}")]
    [InlineData("""{"meta":{"tags":[]},"result":{"page":1,"items":[""" + Row + "]}}")]
    public async Task Rows_are_found_in_any_wrapper(string page)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(200, page), Step.Json(200, """{"data":[]}"""));

        KlingHistoryEntry entry = Assert.Single(await stage.Client.Account.GetHistoryAsync(cancellationToken: Stage.Token).ToListAsync(Stage.Token));

        Assert.Equal(("a", "clip", KlingJobStatus.Completed, 1.5m, Eleven), (entry.RequestId, entry.Slug, entry.Status, entry.Cost, entry.CreatedAt));
        Assert.Equal(["https://files.example/a.mp4"], entry.Outputs);
        Assert.Equal("https://api.spotprod.segmind.com/inference-request/request-history", stage.Server.Requests[0].Uri.GetLeftPart(UriPartial.Path));
    }

    [Theory]
    [InlineData("""{"request_id":"a","created_at":"2026-09-01 11:00:00"}""")]
    [InlineData("""{"request_id":"a","timestamp":1788260400}""")]
    [InlineData("""{"request_id":"a","timestamp":1788260400000}""")]
    [InlineData("""{"request_id":"a","timestamp":"1788260400"}""")]
    [InlineData("""{"request_id":"a","model_created":null,"created_at":"2026-09-01T13:00:00+02:00"}""")]
    public async Task The_time_of_creation_is_read_in_any_form(string row) =>
        Assert.Equal(Eleven, (await ReadAsync(row)).CreatedAt);

    [Theory]
    [InlineData("""{"request_id":"a"}""")]
    [InlineData("""{"request_id":"a","model_name":5,"model_status":[],"credits_deduction":{},"request_body":"[1]","generation_url":{},"latency_ms":-1,"model_created":"soon"}""")]
    [InlineData("""{"request_id":"a","model_name":"","model_status":null,"credits_deduction":"free","request_body":"{","generation_url":[null,5],"latency_ms":"1","model_created":1e99}""")]
    public async Task What_cannot_be_read_is_unknown(string row)
    {
        KlingHistoryEntry entry = await ReadAsync(row);

        Assert.Equal(new KlingHistoryEntry { RequestId = "a", Outputs = entry.Outputs }, entry);
        Assert.Empty(entry.Outputs);
    }

    [Theory]
    [InlineData(200, "<html>", KlingErrorKind.InvalidResponse)]
    [InlineData(200, """{"message":"hello"}""", KlingErrorKind.InvalidResponse)]
    [InlineData(403, """{"error":"no"}""", KlingErrorKind.Forbidden)]
    [InlineData(500, """{"error":"no"}""", KlingErrorKind.ServerError)]
    public async Task Anything_else_is_no_history(int status, string body, KlingErrorKind kind)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Text(status, "application/json", body));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(async () => await stage.Client.Account.GetHistoryAsync(cancellationToken: Stage.Token).ToListAsync(Stage.Token));

        Assert.Equal(kind, error.Kind);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_does_not_make_the_reading_endless()
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(200, $"[{Row}]"));

        Assert.Single(await stage.Client.Account.GetHistoryAsync(cancellationToken: Stage.Token).ToListAsync(Stage.Token));
        Assert.Equal(4, stage.Server.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_found_by_its_id_or_is_not_there()
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryLag = TimeSpan.FromSeconds(30) });
        KlingJob job = await stage.SubmitAsync();

        Assert.Null(await stage.Client.Account.FindAsync(job.RequestId, Stage.Token));
        stage.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(KlingJobStatus.Queued, (await stage.Client.Account.FindAsync(job.RequestId, Stage.Token))!.Status);
        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.Account.FindAsync("..", Stage.Token));
    }

    [Fact]
    public async Task A_client_with_another_address_asks_for_the_history_there()
    {
        using var stage = new Stage(static options => options.BaseAddress = new Uri("https://proxy.example/segmind"));
        stage.Server.OnFile(Step.Json(200, "[]"));

        Assert.Empty(await stage.Client.Account.GetHistoryAsync(cancellationToken: Stage.Token).ToListAsync(Stage.Token));

        Assert.Equal("https://proxy.example/segmind/inference-request/request-history", Assert.Single(stage.Server.Requests).Uri.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task An_account_that_came_from_no_client_says_how_to_mock_it()
    {
        var account = new MockedAccount();

        Assert.Contains("Override the member", (await Assert.ThrowsAsync<InvalidOperationException>(() => account.GetCreditsAsync(Stage.Token))).Message, StringComparison.Ordinal);
        Assert.Contains("Override the member", (await Assert.ThrowsAsync<InvalidOperationException>(() => account.FindAsync("a", Stage.Token))).Message, StringComparison.Ordinal);
    }

    private static async Task<KlingHistoryEntry> ReadAsync(string row)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(200, row));
        return (await stage.Client.Account.FindAsync("a", Stage.Token))!;
    }

    private sealed class MockedAccount : KlingAccount;
}
