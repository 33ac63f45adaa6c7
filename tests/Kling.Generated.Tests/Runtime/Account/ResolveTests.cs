using System.Text;
using Kling.Emulator;

namespace Kling.Tests;

/// <summary>Unconfirmed submits, and what the account's history says of them.</summary>
public sealed class ResolveTests
{
    private static readonly KlingResolveOptions Once = new() { WaitUntilSettled = false };

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 3, 0)]
    [InlineData(false, 1, 240)]
    public async Task A_submit_that_was_accepted_is_found_and_its_job_goes_on(bool asText, int rows, int lag)
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryBodyAsText = asText, HistoryRowsPerRequest = rows, HistoryLag = TimeSpan.FromSeconds(lag) });
        KlingSubmitUnconfirmedException lost = await stage.LoseAsync();

        KlingResolution resolution = await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token);

        Assert.Equal(KlingResolutionKind.Found, resolution.Kind);
        Assert.Equal(Assert.Single(stage.Emulator.Jobs).RequestId, resolution.Job!.RequestId);
        KlingResult result = await resolution.Job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        Assert.NotNull(result.Video);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task A_submit_that_was_not_accepted_is_not_found_only_after_the_settle_time()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException lost = await stage.MissAsync();

        Assert.Equal(KlingResolutionKind.NotSettled, (await stage.Client.ResolveAsync(lost, Once, Stage.Token)).Kind);
        KlingResolution resolution = await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token);

        Assert.Equal(KlingResolutionKind.NotFound, resolution.Kind);
        Assert.Empty(resolution.Candidates);
        Assert.Equal(lost.Intent!.CreatedAt + TimeSpan.FromSeconds(700), resolution.SettlesAt);
        Assert.InRange(stage.Clock.GetUtcNow(), resolution.SettlesAt, DateTimeOffset.MaxValue);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task Other_requests_are_no_candidates()
    {
        using var stage = new AccountStage();
        _ = await stage.SubmitAsync();
        _ = await stage.SubmitAsync("""{"prompt":"b"}""");
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        KlingSubmitUnconfirmedException lost = await stage.MissAsync();
        _ = await stage.SubmitAsync();
        _ = await stage.SubmitAsync("""{"prompt":"a","seconds":5}""");
        using KlingClient stranger = stage.Emulator.CreateClient();
        _ = await stranger.SubmitAsync("other-clip", AccountStage.Json("""{"prompt":"b"}"""), Stage.Token);

        Assert.Equal(KlingResolutionKind.NotFound, (await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token)).Kind);
    }

    [Theory]
    [InlineData("""{"prompt":"a","seconds":5}""", """{"seconds":5.0,"prompt":"a"}""", KlingResolutionKind.Found)]
    [InlineData("""{"prompt":"a"}""", """{"prompt":"a","seconds":5}""", KlingResolutionKind.Ambiguous)]
    [InlineData("""{"prompt":"a","seconds":5}""", """{"prompt":"a"}""", KlingResolutionKind.NotFound)]
    [InlineData("""{"prompt":"a"}""", """{"prompt":"A"}""", KlingResolutionKind.NotFound)]
    public async Task The_body_is_compared_as_JSON_and_what_the_server_may_have_added_makes_it_uncertain(string sent, string listed, KlingResolutionKind kind)
    {
        KlingResolution resolution = await LookAsync(sent, $$"""{"request_id":"r","model_name":"clip","request_body":{{listed}},"model_created":"2026-09-01T12:00:30Z"}""");

        Assert.Equal(kind, resolution.Kind);
        Assert.Equal(kind is KlingResolutionKind.NotFound ? 0 : 1, resolution.Candidates.Count);
    }

    [Theory]
    [InlineData("""{"request_id":"r"}""")]
    [InlineData("""{"request_id":"r","model_name":"clip"}""")]
    [InlineData("""{"request_id":"r","model_name":"clip","request_body":"{","model_created":"2026-09-01T12:00:30Z"}""")]
    [InlineData("""{"request_id":"r","request_body":{"prompt":"a"},"model_created":"2026-09-01T12:00:30Z"}""")]
    [InlineData("""{"request_id":"r","model_name":"Clip (Kling)","request_body":{"prompt":"a"},"model_created":"2026-09-01T12:00:30Z"}""")]
    [InlineData("""{"request_id":"r","model_name":"clip","request_body":{"prompt":"a"}}""")]
    public async Task A_request_of_which_too_little_is_known_makes_the_answer_uncertain(string row) =>
        Assert.Equal(KlingResolutionKind.Ambiguous, (await LookAsync("""{"prompt":"a"}""", row)).Kind);

    [Theory]
    [InlineData("2026-09-01T11:57:59Z", KlingResolutionKind.NotFound)]
    [InlineData("2026-09-01T11:58:01Z", KlingResolutionKind.Found)]
    [InlineData("2026-09-01T12:03:39Z", KlingResolutionKind.Found)]
    [InlineData("2026-09-01T12:03:41Z", KlingResolutionKind.NotFound)]
    public async Task The_time_of_the_submit_counts_with_the_tolerance_of_the_clocks(string created, KlingResolutionKind kind) =>
        Assert.Equal(kind, (await LookAsync("""{"prompt":"a"}""", $$"""{"request_id":"r","model_name":"clip","request_body":{"prompt":"a"},"model_created":"{{created}}"}""")).Kind);

    [Fact]
    public async Task The_ids_of_other_submits_are_left_out()
    {
        using var stage = new AccountStage();
        using KlingClient other = stage.Emulator.CreateClient();
        KlingJob own = await stage.SubmitAsync();
        KlingJob foreign = await other.SubmitAsync("clip", AccountStage.Json("""{"prompt":"a"}"""), Stage.Token);
        KlingSubmitUnconfirmedException lost = await stage.LoseAsync();

        Assert.Equal(KlingResolutionKind.Ambiguous, (await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token)).Kind);
        KlingResolution resolution = await stage.Client.ResolveAsync(lost, new KlingResolveOptions { KnownRequestIds = [foreign.RequestId] }, Stage.Token);

        Assert.Equal(KlingResolutionKind.Found, resolution.Kind);
        Assert.DoesNotContain(resolution.Job!.RequestId, new[] { own.RequestId, foreign.RequestId });
    }

    [Fact]
    public async Task Equal_submits_are_found_if_the_history_has_as_many()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException[] lost = [await stage.LoseAsync(), await stage.LoseAsync(), await stage.LoseAsync()];

        IReadOnlyList<KlingResolution> together = await stage.Client.ResolveAsync([.. lost.Select(static one => one.Intent!)], cancellationToken: Stage.Token);

        Assert.All(together, static resolution => Assert.Equal(KlingResolutionKind.Found, resolution.Kind));
        Assert.Equal(stage.Emulator.Jobs.Select(static job => job.RequestId).Order(), together.Select(static resolution => resolution.Job!.RequestId).Order());
    }

    [Fact]
    public async Task One_of_several_equal_submits_is_found_together_with_the_others()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException first = await stage.LoseAsync();
        KlingSubmitUnconfirmedException second = await stage.LoseAsync();

        KlingResolution one = await stage.Client.ResolveAsync(second, cancellationToken: Stage.Token);
        KlingResolution other = await stage.Client.ResolveAsync(first, cancellationToken: Stage.Token);

        Assert.Equal((KlingResolutionKind.Found, KlingResolutionKind.Found), (one.Kind, other.Kind));
        Assert.NotEqual(one.Job!.RequestId, other.Job!.RequestId);
    }

    [Fact]
    public async Task Equal_submits_of_which_some_were_accepted_are_ambiguous()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException accepted = await stage.LoseAsync();
        KlingSubmitUnconfirmedException missed = await stage.MissAsync();

        Assert.Equal(KlingResolutionKind.NotSettled, (await stage.Client.ResolveAsync(accepted, Once, Stage.Token)).Kind);
        Assert.Equal(KlingResolutionKind.Ambiguous, (await stage.Client.ResolveAsync(missed, cancellationToken: Stage.Token)).Kind);
    }

    [Fact]
    public async Task A_request_that_is_listed_late_is_found_when_it_appears()
    {
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryLag = TimeSpan.FromSeconds(20) });
        KlingSubmitUnconfirmedException lost = await stage.LoseAsync(faults: EmulatorFault.HistoryLate(TimeSpan.FromMinutes(9)));

        Assert.Equal(KlingResolutionKind.Found, (await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token)).Kind);
    }

    [Fact]
    public async Task A_submit_that_was_found_is_found_again()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException lost = await stage.LoseAsync();

        KlingResolution first = await stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token);
        KlingResolution second = await stage.Client.ResolveAsync(lost, Once, Stage.Token);

        Assert.Equal((KlingResolutionKind.Found, first.Job!.RequestId), (second.Kind, second.Job!.RequestId));
    }

    [Fact]
    public async Task A_submit_whose_answer_arrived_is_found_before_the_history_lists_it()
    {
        KlingSubmitIntent? sent = null;
        using var stage = new AccountStage(new SegmindEmulatorOptions { HistoryLag = TimeSpan.FromHours(1) }, options => options.OnSubmitting = (intent, _) =>
        {
            sent = intent;
            return Task.CompletedTask;
        });
        KlingJob job = await stage.SubmitAsync();

        KlingResolution resolution = await stage.Client.ResolveAsync(sent!, Once, Stage.Token);

        Assert.Equal((KlingResolutionKind.Found, job.RequestId), (resolution.Kind, resolution.Job!.RequestId));
    }

    [Fact]
    public async Task A_stored_submit_is_looked_up_by_another_process()
    {
        using var stage = new AccountStage();
        KlingSubmitIntent sent = (await stage.LoseAsync()).Intent!;
        using KlingClient restarted = stage.Emulator.CreateClient();
        var restored = new KlingSubmitIntent { Id = sent.Id, Slug = sent.Slug, Body = sent.Body.ToArray(), CreatedAt = sent.CreatedAt };

        Assert.Equal(KlingResolutionKind.Found, (await restarted.ResolveAsync(restored, cancellationToken: Stage.Token)).Kind);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_is_an_error_and_no_answer()
    {
        using var stage = new AccountStage();
        KlingSubmitUnconfirmedException lost = await stage.MissAsync();
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.History, EmulatorFault.Error(System.Net.HttpStatusCode.Forbidden));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => stage.Client.ResolveAsync(lost, cancellationToken: Stage.Token));

        Assert.Equal(KlingErrorKind.Forbidden, error.Kind);
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_refused()
    {
        using var stage = new AccountStage();
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes("{}");
        DateTimeOffset now = stage.Clock.GetUtcNow();

        Task Resolve(KlingSubmitIntent intent, KlingResolveOptions? options = null) => stage.Client.ResolveAsync(intent, options, Stage.Token);

        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.ResolveAsync(new KlingSubmitUnconfirmedException("clip", "Lost."), cancellationToken: Stage.Token));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => Resolve(new KlingSubmitIntent { Id = Guid.NewGuid(), Slug = "clip", Body = body }));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => Resolve(new KlingSubmitIntent { Id = Guid.NewGuid(), Slug = "clip", Body = body[..1], CreatedAt = now }));
        var intent = new KlingSubmitIntent { Id = Guid.NewGuid(), Slug = "clip", Body = body, CreatedAt = now };
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Resolve(intent, new KlingResolveOptions { SettleTime = TimeSpan.FromDays(2) }));
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Resolve(intent, new KlingResolveOptions { ClockTolerance = TimeSpan.FromTicks(-1) }));
    }

    /// <summary>Looks up a submit of noon in a history of one row.</summary>
    private static async Task<KlingResolution> LookAsync(string sent, string row)
    {
        using var stage = new Stage();
        stage.Server.OnFile(Step.Json(200, $"[{row}]"));
        var noon = new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
        var intent = new KlingSubmitIntent { Id = Guid.NewGuid(), Slug = "clip", Body = Encoding.UTF8.GetBytes(sent), CreatedAt = noon };
        return await stage.Client.ResolveAsync(intent, cancellationToken: Stage.Token);
    }
}
