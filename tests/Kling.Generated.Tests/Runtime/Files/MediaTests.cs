using System.Text;

namespace Kling.Tests;

public sealed class MediaTests
{
    [Fact]
    public async Task A_saved_file_replaces_the_old_one_and_leaves_no_other_file()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        byte[] video = new byte[1_000_003];
        new Random(1).NextBytes(video);
        stage.Server.OnFile(Step.Bytes(200, "video/mp4", video));
        await File.WriteAllTextAsync(folder.File("out.mp4"), "old", Stage.Token);

        await (await VideoAsync(stage)).SaveAsync(folder.File("out.mp4"), Stage.Token);

        Assert.Equal(video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Fact]
    public async Task A_download_carries_no_key()
    {
        using var stage = new Stage();
        KlingMedia video = await VideoAsync(stage);

        await using Stream stream = await video.OpenReadAsync(Stage.Token);

        Received get = stage.Server.Requests[^1];
        Assert.Equal("https://files.example/out.mp4", get.Uri.AbsoluteUri);
        Assert.DoesNotContain("x-api-key", get.Headers.Keys);
        Assert.DoesNotContain(get.Headers.Values, static value => value.Contains(Stage.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_download_keeps_the_old_file_and_removes_the_partial_one()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Step.BreaksOff(200, "half a video"));
        await File.WriteAllTextAsync(folder.File("out.mp4"), "old", Stage.Token);
        KlingMedia video = await VideoAsync(stage);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => video.SaveAsync(folder.File("out.mp4"), Stage.Token));

        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal("req-1", error.RequestId);
        Assert.Equal("old", await File.ReadAllTextAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var stalled = new StallingStream();
        stage.Server.OnFile(stalled.Step);
        KlingMedia video = await VideoAsync(stage);

        Task save = video.SaveAsync(folder.File("out.mp4"), cancel.Token);
        await stalled.Reached.Task;
        _ = Assert.Single(folder.Files);
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_download_that_stalls_for_a_minute_is_resumed()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        var stalled = new StallingStream();
        stage.Server.OnFile(stalled.Step, Step.Bytes(200, "video/mp4", [1, 2, 3]));
        KlingMedia video = await VideoAsync(stage);

        Task save = video.SaveAsync(folder.File("out.mp4"), Stage.Token);
        await stalled.Reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(60));
        await save;

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Theory]
    [InlineData(404, KlingErrorKind.NotFound, false)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    [InlineData(302, KlingErrorKind.Redirected, false)]
    public async Task A_file_that_is_refused_is_an_error_with_the_id(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Step.Html(status));
        KlingMedia video = await VideoAsync(stage);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => video.SaveAsync(folder.File("out.mp4"), Stage.Token));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(isRetryable, error.IsRetryable);
        Assert.Equal("req-1", error.RequestId);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_redirect_of_a_download_is_followed()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Step.Empty(302, ("Location", "/moved.mp4")), Step.Empty(307, ("Location", "https://cdn.example/there.mp4")), Step.Bytes(200, "video/mp4", [1, 2]));
        KlingMedia video = await VideoAsync(stage);

        await video.SaveAsync(folder.File("out.mp4"), Stage.Token);

        Assert.Equal([1, 2], await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(
            ["https://files.example/out.mp4", "https://files.example/moved.mp4", "https://cdn.example/there.mp4"],
            stage.Server.Gets.Skip(1).Select(static get => get.Uri.AbsoluteUri));
        Assert.All(stage.Server.Gets.Skip(1), static get => Assert.DoesNotContain("x-api-key", get.Headers.Keys));
    }

    [Theory]
    [InlineData("http://files.example/out.mp4", 1)]
    [InlineData("file:///etc/passwd", 1)]
    [InlineData("/round", 6)]
    public async Task A_redirect_to_a_forbidden_URL_or_an_endless_one_is_refused(string location, int requests)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Step.Empty(302, ("Location", location)));
        KlingMedia video = await VideoAsync(stage);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => video.SaveAsync(folder.File("out.mp4"), Stage.Token));

        Assert.Equal(KlingErrorKind.Redirected, error.Kind);
        Assert.Equal(requests, stage.Server.Gets.Count() - 1);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_made()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        KlingMedia video = await VideoAsync(stage);

        string path = Path.Combine(folder.File("missing"), "out.mp4");
        await video.SaveAsync(path, Stage.Token);
        Assert.True(File.Exists(path));
    }

    private static async Task<KlingMedia> VideoAsync(Stage stage) => (await (await stage.SubmitAsync()).GetResultAsync(Stage.Token)).Video!;

    /// <summary>Gives a few bytes and then nothing until it is cancelled.</summary>
    private sealed class StallingStream : MemoryStream
    {
        public StallingStream()
            : base(Encoding.ASCII.GetBytes("half"))
        {
        }

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Step Step => new(true, _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(this) }));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Read(buffer.Span);
            if (count > 0)
            {
                return count;
            }

            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration registration = cancellationToken.Register(cancelled.SetResult);
            Reached.SetResult();
            await cancelled.Task;
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
