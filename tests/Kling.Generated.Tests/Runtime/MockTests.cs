namespace Kling.Tests;

public sealed class MockTests
{
    private static readonly KlingResult Done = KlingFactory.Result("job-1", "test-model", [KlingFactory.Media(new Uri("https://example.com/a.mp4"), new byte[] { 1, 2, 3 })]);

    [Fact]
    public async Task A_client_from_its_protected_constructor_reads_nothing_and_says_what_to_override()
    {
        using var client = new BareClient();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SubmitAsync(new TestRequest(), Stage.Token));

        Assert.Contains("Override the member", error.Message, StringComparison.Ordinal);
        _ = Assert.Throws<InvalidOperationException>(() => client.GetJob("{}"));
        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => client.CheckAccessAsync(Stage.Token));
        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Files.UploadAsync(new MemoryStream([1]), "image/png", cancellationToken: Stage.Token));
    }

    [Fact]
    public async Task An_overridden_submit_serves_a_run_and_a_run_of_many()
    {
        using var client = new StubClient(KlingFactory.Job(Done));

        Assert.Same(Done, await client.RunAsync(new TestRequest(), cancellationToken: Stage.Token));
        await foreach (KlingOutcome outcome in client.RunManyAsync([new TestRequest(), new TestRequest()], cancellationToken: Stage.Token))
        {
            Assert.Same(Done, outcome.Result);
        }
    }

    [Fact]
    public async Task A_job_from_its_protected_constructor_has_empty_properties_and_says_what_to_override()
    {
        KlingJob job = new BareJob();

        Assert.Equal(("", "", null, KlingJobStatus.Unknown), (job.RequestId, job.Slug, job.Model, job.Status));
        Assert.Equal(job.SubmittedAt + TimeSpan.FromHours(1), job.ExpiresAt);
        Assert.Equal(" Unknown", job.ToString());
        Assert.Contains("Override the member", Assert.Throws<InvalidOperationException>(job.ToToken).Message, StringComparison.Ordinal);
        _ = await Assert.ThrowsAsync<InvalidOperationException>(async () => await job.WaitForCompletionAsync(cancellationToken: Stage.Token));
        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => job.GetStatusAsync(Stage.Token));
    }

    [Fact]
    public async Task A_job_of_the_factory_gives_its_result_and_a_token_that_a_client_takes()
    {
        using var client = new KlingClient("key");
        KlingJob job = KlingFactory.Job(Done);

        Assert.Equal("job-1 Completed", job.ToString());
        Assert.Equal("job-1", client.GetJob(job.ToToken()).RequestId);
        Assert.Same(Done, await job.GetResultAsync(Stage.Token));
        await foreach (KlingProgress change in job.WatchAsync(cancellationToken: Stage.Token))
        {
            Assert.Equal(KlingJobStatus.Completed, change.Status);
        }
    }

    [Fact]
    public async Task A_job_of_the_factory_can_end_in_an_error()
    {
        KlingJob job = KlingFactory.Job("job-2", "test-model", new KlingJobFailedException("test-model", "job-2", "blocked"));

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal("blocked", error.Detail);
        Assert.Equal(KlingJobStatus.Failed, (await job.GetStatusAsync(Stage.Token)).Status);
    }

    [Fact]
    public async Task A_file_of_the_factory_is_saved_and_read_without_a_request()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("a.mp4");

        await Done.Video!.SaveAsync(path, Stage.Token);
        using Stream stream = await Done.Video.OpenReadAsync(Stage.Token);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path, Stage.Token));
        Assert.Equal(3, stream.Length);
        Assert.Equal("https://example.com/a.mp4", Done.Json.GetProperty("output").GetString());
    }

    private sealed class BareClient : KlingClient;

    private sealed class BareJob : KlingJob;

    private sealed class StubClient(KlingJob job) : KlingClient
    {
        public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default) => Task.FromResult(job);
    }
}
