using System.Diagnostics;

namespace Kling.Tests;

[Collection(nameof(Listening))]
public sealed class SpanTests
{
    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    [Fact]
    public async Task A_watched_failure_ends_the_span_as_an_error()
    {
        using var heard = new Listening();
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing, Step.Json(422, """{"status":"FAILED","error":"blocked"}"""));

        await foreach (KlingProgress _ in job.WatchAsync(cancellationToken: Stage.Token))
        {
        }

        Activity span = Assert.Single(heard.Spans);
        Assert.Equal((ActivityStatusCode.Error, "failed"), (span.Status, span.GetTagItem("kling.job.outcome")));
        Assert.Equal("Kling.KlingJobFailedException", span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_job_is_one_child_span_of_the_caller_from_the_submit_to_the_end_of_the_wait()
    {
        using var heard = new Listening();
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(2)));
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"cost":1.5}}"""));
        using var caller = new Activity("caller");
        _ = caller.Start();

        KlingJob job = await stage.SubmitAsync(Processing, Step.Html(502), Done);
        Assert.Same(caller, Activity.Current);
        Assert.Empty(heard.Spans);
        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Same(caller, Activity.Current);
        Activity span = Assert.Single(heard.Spans);
        Assert.Equal(("generate_content test-model", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(caller.SpanId, span.ParentSpanId);
        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["gen_ai.operation.name"] = "generate_content",
                ["gen_ai.provider.name"] = "segmind",
                ["gen_ai.request.model"] = "test-model",
                ["gen_ai.response.id"] = "req-1",
                ["server.address"] = "api.segmind.com",
                ["kling.job.outcome"] = "completed",
                ["kling.job.polls"] = 3,
                ["kling.job.cost"] = 1.5,
            },
            span.TagObjects.ToDictionary(StringComparer.Ordinal));
        Assert.Equal(["Processing", "Completed"], span.Events.Select(static change => change.Tags.Single().Value));
        Assert.All(span.Events, static change => Assert.Equal("kling.job.status", change.Name));
    }

    [Fact]
    public async Task A_watched_job_has_its_span()
    {
        using var heard = new Listening();
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing, Done);

        await foreach (KlingProgress _ in job.WatchAsync(cancellationToken: Stage.Token))
        {
            Assert.Empty(heard.Spans);
        }

        Assert.Equal(("completed", 2), (heard.Spans.Single().GetTagItem("kling.job.outcome"), heard.Spans.Single().GetTagItem("kling.job.polls")));
    }

    [Fact]
    public async Task Requests_of_a_job_are_sent_within_its_span()
    {
        using var heard = new Listening();
        var seen = new CurrentSpan();
        using var stage = new Stage(configure: null, seen);

        _ = await (await stage.SubmitAsync()).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(3, seen.Ids.Count);
        Assert.All(seen.Ids, id => Assert.Equal(heard.Spans.Single().Id, id));
    }

    [Theory]
    [InlineData("failed", "failed", "Kling.KlingJobFailedException")]
    [InlineData("401", "error", "Unauthorized")]
    [InlineData("never", "timeout", "Kling.KlingTimeoutException")]
    [InlineData("cancelled", "cancelled", "System.OperationCanceledException")]
    public async Task A_failed_wait_ends_the_span_with_its_error(string how, string outcome, string errorType)
    {
        using var heard = new Listening();
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        KlingJob job = await stage.SubmitAsync(how switch
        {
            "failed" => Step.Json(422, """{"status":"FAILED","error":"a summit was blocked"}"""),
            "401" => Step.Json(401, "{}"),
            _ => Processing,
        });
        if (how == "cancelled")
        {
            await cancel.CancelAsync();
        }

        _ = await Assert.ThrowsAnyAsync<Exception>(() => job.WaitForCompletionAsync(cancellationToken: cancel.Token));

        Activity span = Assert.Single(heard.Spans);
        Assert.Equal((ActivityStatusCode.Error, outcome, errorType), (span.Status, span.GetTagItem("kling.job.outcome"), span.GetTagItem("error.type")));
        Assert.Equal("req-1", span.GetTagItem("gen_ai.response.id"));
    }

    [Theory]
    [InlineData(400, "refused", "BadRequest")]
    [InlineData(502, "unconfirmed", "Kling.KlingSubmitUnconfirmedException")]
    public async Task A_submit_without_a_job_has_its_own_span(int status, string outcome, string errorType)
    {
        using var heard = new Listening();
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(status, "{}"));

        _ = await Assert.ThrowsAnyAsync<KlingException>(stage.SubmitAsync);

        Activity span = Assert.Single(heard.Spans);
        Assert.Equal((ActivityStatusCode.Error, outcome, errorType), (span.Status, span.GetTagItem("kling.job.outcome"), span.GetTagItem("error.type")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_wait_has_a_new_span_with_a_link_to_the_first(bool elsewhere)
    {
        using var heard = new Listening();
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing);
        _ = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(5), cancellationToken: Stage.Token));
        stage.Server.OnStatus(Done);

        _ = await (elsewhere ? stage.Client.GetJob(job.ToToken()) : job).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(["timeout", "completed"], heard.Spans.Select(static span => span.GetTagItem("kling.job.outcome")));
        Assert.Equal(heard.Spans[0].Context.SpanId, Assert.Single(heard.Spans[1].Links).Context.SpanId);
        Assert.Equal(heard.Spans[0].TraceId, Assert.Single(heard.Spans[1].Links).Context.TraceId);
        Assert.Equal("req-1", heard.Spans[1].GetTagItem("gen_ai.response.id"));
    }

    [Fact]
    public async Task A_job_that_was_submitted_without_a_listener_has_a_span_without_a_link()
    {
        using var stage = new Stage();
        string token = (await stage.SubmitAsync()).ToToken();
        using var heard = new Listening();

        _ = await stage.Client.GetJob(token).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.DoesNotContain("trace", token, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(heard.Spans).Links);
    }

    private sealed class CurrentSpan : DelegatingHandler
    {
        public List<string?> Ids { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // HttpClient may have a span of its own in between.
            Activity? span = Activity.Current;
            while (span is not null && span.Source.Name != KlingTelemetry.Name)
            {
                span = span.Parent;
            }

            Ids.Add(span?.Id);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
