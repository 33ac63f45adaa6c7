using static Kling.Tests.PngUpload;

namespace Kling.Tests;

/// <summary>Uploads that fail: files that cannot be read, refusals of the server, broken connections.</summary>
public sealed class UploadErrorTests
{
    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_anything_is_sent()
    {
        using var stage = new Stage(static options => options.MaxUploadSize = 11);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(stage, Png));

        Assert.Contains("12 bytes, more than the 11", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task An_empty_file_is_refused_before_anything_is_sent()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("empty.png"), [], Stage.Token);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.Files.UploadAsync(folder.File("empty.png"), cancellationToken: Stage.Token));

        Assert.Contains("empty.png' is empty", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_missing_file_is_an_error_with_its_name()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();

        FileNotFoundException error = await Assert.ThrowsAsync<FileNotFoundException>(() => stage.Client.Files.UploadAsync(folder.File("none.png"), cancellationToken: Stage.Token));

        Assert.Contains("none.png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_refused()
    {
        using var stage = new Stage();
        using var packed = new System.IO.Compression.GZipStream(new MemoryStream(Png), System.IO.Compression.CompressionMode.Decompress);

        _ = await Assert.ThrowsAsync<ArgumentException>("stream", () => stage.Client.Files.UploadAsync(packed, cancellationToken: Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData(401, KlingErrorKind.Unauthorized, false)]
    [InlineData(413, KlingErrorKind.Unexpected, false)]
    [InlineData(429, KlingErrorKind.RateLimited, true)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    [InlineData(504, KlingErrorKind.GatewayTimeout, true)]
    [InlineData(307, KlingErrorKind.Redirected, false)]
    public async Task A_refused_upload_is_an_error_and_is_not_retried(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(status, """{"error":"no, says SG_0123456789abcdef"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((kind, isRetryable), (error.Kind, error.IsRetryable));
        Assert.DoesNotContain(Stage.Key, error.ToString(), StringComparison.Ordinal);
        _ = Assert.Single(stage.Server.Requests);
    }

    [Fact]
    public async Task A_broken_connection_is_an_error_and_the_upload_is_not_retried()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Breaks());

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((KlingErrorKind.ConnectionFailed, true), (error.Kind, error.IsRetryable));
        _ = Assert.Single(stage.Server.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"file_urls":[]}""")]
    [InlineData("""{"file_urls":[null]}""")]
    [InlineData("""{"file_urls":"x"}""")]
    [InlineData("""{"file_urls":["file:///etc/passwd"]}""")]
    [InlineData("<html>")]
    public async Task A_response_without_a_URL_is_an_error(string answer)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, answer));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((KlingErrorKind.InvalidResponse, false), (error.Kind, error.IsRetryable));
    }

    [Fact]
    public async Task An_upload_that_stalls_for_a_minute_is_given_up()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<Uri> upload = UploadAsync(stage, Png);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(60));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => upload);
        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
    }

    [Fact]
    public async Task A_cancelled_upload_ends_at_once()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<Uri> upload = stage.Client.Files.UploadAsync(new MemoryStream(Png), cancellationToken: cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
    }

    [Fact]
    public async Task A_file_that_becomes_shorter_during_the_upload_is_an_IOException()
    {
        using var stage = new Stage();

        IOException error = await Assert.ThrowsAsync<IOException>(() => stage.Client.Files.UploadAsync(new ShrinkingStream(), "image/png", cancellationToken: Stage.Token));

        Assert.Contains("became shorter", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Says that it is longer than it is.</summary>
    private sealed class ShrinkingStream() : MemoryStream(Png)
    {
        public override long Length => 100;
    }
}
