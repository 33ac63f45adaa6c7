namespace Kling.Tests;

public sealed class ErrorTableTests
{
    [Theory]
    [InlineData(301, "", KlingErrorKind.Redirected)]
    [InlineData(307, "", KlingErrorKind.Redirected)]
    [InlineData(400, """{"error":"bad prompt"}""", KlingErrorKind.BadRequest)]
    [InlineData(401, """{"error":"unauthorized","error_description":"no such key","status_code":401}""", KlingErrorKind.Unauthorized)]
    [InlineData(403, """{"error":"not for you"}""", KlingErrorKind.Forbidden)]
    [InlineData(404, """{"error":"no such model"}""", KlingErrorKind.NotFound)]
    [InlineData(405, "<html>", KlingErrorKind.MethodNotAllowed)]
    [InlineData(406, """{"error":"Insufficient credits"}""", KlingErrorKind.InsufficientCredits)]
    [InlineData(406, """{"error":"Invalid content type"}""", KlingErrorKind.InvalidContentType)]
    [InlineData(406, """{"error":"Team spend limit reached"}""", KlingErrorKind.SpendLimit)]
    [InlineData(406, """{"error":"no"}""", KlingErrorKind.NotAcceptable)]
    [InlineData(410, """{"error":"retired"}""", KlingErrorKind.Gone)]
    [InlineData(418, "", KlingErrorKind.Unexpected)]
    [InlineData(422, """{"error":"blocked"}""", KlingErrorKind.Unprocessable)]
    public async Task A_refused_submit_has_its_error_kind_and_is_not_retried(int status, string body, KlingErrorKind kind)
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnSubmit(Step.Text(status, "application/json", body));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(kind, error.Kind);
        Assert.Equal(status, (int?)error.StatusCode);
        Assert.False(error.IsRetryable);
        Assert.Null(error.RequestId);
        Assert.Contains("'test-model'", error.Message, StringComparison.Ordinal);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Theory]
    [InlineData("""{"error":"bad prompt"}""", "bad prompt")]
    [InlineData("""{"error":"unauthorized","error_description":"no such key"}""", "unauthorized: no such key")]
    [InlineData("""{"error":{"message":"nested"}}""", "nested")]
    [InlineData("""{"error":["a"]}""", """["a"]""")]
    [InlineData("""{"message":"of a gateway"}""", "of a gateway")]
    [InlineData("""{"detail":"of a framework"}""", "of a framework")]
    [InlineData("""{"error":"two\nlines\u0000"}""", "two lines")]
    [InlineData("""{"error":"\ud800"}""", null)]
    [InlineData("""{"other":1}""", null)]
    [InlineData("[1]", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task The_server_message_is_found_in_every_error_format(string body, string? detail)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Text(400, "application/json", body));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(detail, error.Detail);
        Assert.Equal(body.Length == 0, error.BodyExcerpt is null);
    }

    [Fact]
    public async Task An_HTML_page_is_an_error_with_the_status_and_a_short_excerpt_in_one_line()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Text(405, "text/html", "<html>\r\n\t\u001b[31m" + new string('é', 2000)));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.StartsWith("<html> [31mé", error.BodyExcerpt, StringComparison.Ordinal);
        Assert.Equal(500, error.BodyExcerpt!.Length);
        Assert.DoesNotContain(error.Message, static sign => char.IsControl(sign));
    }

    [Fact]
    public async Task A_refusal_with_a_truncated_body_is_still_a_refusal()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.BreaksOff(400, """{"error":"ba"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(KlingErrorKind.BadRequest, error.Kind);
        Assert.Equal("""{"error":"ba""", error.BodyExcerpt);
    }

    [Fact]
    public async Task An_endless_body_is_read_up_to_a_limit()
    {
        using var stage = new Stage();
        var endless = new Step(true, static _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) }));

        KlingJob job = await stage.SubmitAsync(endless);
        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.GetStatusAsync(Stage.Token));

        Assert.Equal(KlingErrorKind.InvalidResponse, error.Kind);
        _ = Assert.IsType<InvalidDataException>(error.InnerException);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_JSON_is_ignored()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Text(200, "application/json", "\uFEFF" + ScriptedServer.Accepted));

        Assert.Equal("req-1", (await stage.SubmitAsync()).RequestId);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
