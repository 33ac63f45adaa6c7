using System.Text;

namespace Kling.Tests;

/// <summary>The callbacks around a submit: before it, after it, and before the wait of a run.</summary>
public sealed class CallbackTests
{
    [Fact]
    public async Task OnSubmitting_is_called_before_the_first_byte_and_OnSubmitted_before_the_submit_returns()
    {
        List<string> notes = [];
        using var stage = new Stage();
        using var client = Create(stage, options =>
        {
            options.OnSubmitting = async (intent, _) =>
            {
                await Task.Yield();
                Assert.Empty(stage.Server.Requests);
                notes.Add($"{intent.Id} {intent.Slug} {intent.Model} {Encoding.UTF8.GetString(intent.Body.Span)}");
            };
            options.OnSubmitted = async (intent, job) =>
            {
                await Task.Yield();
                notes.Add($"{intent.Id} {job.ToToken()}");
            };
        });

        KlingJob job = await client.SubmitAsync(new TestRequest(), Stage.Token);

        string id = notes[0].Split(' ')[0];
        Assert.NotEqual(Guid.Empty, Guid.Parse(id));
        Assert.Equal([$$"""{{id}} test-model test-model {"prompt":"a summit"}""", $"{id} {job.ToToken()}"], notes);
    }

    [Fact]
    public async Task Each_submit_has_its_own_intent_id_which_its_retries_keep()
    {
        List<Guid> ids = [];
        using var stage = new Stage(options => options.OnSubmitting = (intent, _) =>
        {
            ids.Add(intent.Id);
            return Task.CompletedTask;
        });
        stage.Server.OnSubmit(Step.Unreachable(), Step.Json(200, ScriptedServer.Accepted));

        _ = await stage.SubmitAsync();
        _ = await stage.SubmitAsync();

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(2, ids.Count);
    }

    [Fact]
    public async Task If_OnSubmitting_throws_nothing_is_sent()
    {
        using var stage = new Stage(static options => options.OnSubmitting = static (_, _) => throw new IOException("The disk is full."));

        _ = await Assert.ThrowsAsync<IOException>(stage.SubmitAsync);

        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task OnSubmitting_is_not_called_for_an_invalid_request()
    {
        using var stage = new Stage(static options => options.OnSubmitting = static (_, _) => throw new IOException("It was called."));
        var request = new TestRequest { Violations = [new("/prompt", "required", null, null, "It is required.")] };

        _ = await Assert.ThrowsAsync<KlingValidationException>(() => stage.Client.SubmitAsync(request, Stage.Token));
    }

    [Fact]
    public async Task If_OnSubmitted_throws_the_exception_contains_the_job()
    {
        using var stage = new Stage(static options => options.OnSubmitted = static (_, _) => Task.FromException(new IOException("The disk is full.")));

        KlingCallbackException error = await Assert.ThrowsAsync<KlingCallbackException>(stage.SubmitAsync);

        Assert.Equal(("req-1", "req-1"), (error.RequestId, error.Job.RequestId));
        _ = Assert.IsType<IOException>(error.InnerException);
        Assert.Equal("req-1", (await error.Job.WaitForCompletionAsync(cancellationToken: Stage.Token)).RequestId);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task If_the_callback_of_a_run_throws_the_exception_contains_the_job()
    {
        Func<Stage, Task>[] runs =
        [
            static stage => stage.Client.RunAsync(new TestRequest(), static _ => throw new IOException("The disk is full."), cancellationToken: Stage.Token),
            static stage => stage.Client.RunAsync(new TestRequest(), (Action<KlingJob>)(static _ => throw new IOException("The disk is full.")), cancellationToken: Stage.Token),
            static stage => stage.Client.RunAsync(
                new TestRequest(),
                static async _ =>
                {
                    await Task.Yield();
                    throw new IOException("The disk is full.");
                },
                cancellationToken: Stage.Token),
        ];

        foreach (Func<Stage, Task> run in runs)
        {
            using var stage = new Stage();

            KlingCallbackException error = await Assert.ThrowsAsync<KlingCallbackException>(() => run(stage));

            Assert.Equal(("req-1", "The disk is full."), (error.Job.RequestId, error.InnerException!.Message));
            Assert.Empty(stage.Server.Gets);
        }
    }

    [Fact]
    public async Task The_wait_of_a_run_begins_when_the_callback_has_ended()
    {
        using var stage = new Stage();
        var called = new TaskCompletionSource<KlingJob>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<KlingResult> run = stage.Client.RunAsync(
            new TestRequest(),
            async job =>
            {
                called.SetResult(job);
                await stored.Task;
            },
            cancellationToken: Stage.Token);

        Assert.Equal("req-1", (await called.Task).RequestId);
        Assert.False(run.IsCompleted);
        Assert.Empty(stage.Server.Gets);
        stored.SetResult();
        Assert.Equal("req-1", (await run).RequestId);
    }

    [Fact]
    public async Task A_cancellation_does_not_stop_the_callback_of_a_run()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        string? token = null;

        Task<KlingResult> run = stage.Client.RunAsync(
            new TestRequest(),
            async job =>
            {
                await cancel.CancelAsync();
                await Task.Yield();
                token = job.ToToken();
            },
            cancellationToken: cancel.Token);

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.NotNull(token);
        Assert.Empty(stage.Server.Gets);
    }

    [Fact]
    public async Task Every_way_to_write_the_callback_of_a_run_compiles_and_is_called()
    {
        using var stage = new Stage();
        List<KlingJob> jobs = [];
        HashSet<KlingJob> distinct = [];
        var progress = new ProgressLog<KlingProgress>();

        _ = await stage.Client.RunAsync(new TestRequest(), job => jobs.Add(job), cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), jobs.Add, cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), job => distinct.Add(job), cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), job => { jobs.Add(job); }, progress, Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), onSubmitted: job => TextWriter.Null.WriteAsync(job.RequestId), cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), StoreAsync, cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(
            new TestRequest(),
            async job =>
            {
                await Task.Yield();
                jobs.Add(job);
            },
            cancellationToken: Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), null, progress, Stage.Token);
        _ = await stage.Client.RunAsync(new TestRequest(), onSubmitted: null, cancellationToken: Stage.Token);

        Assert.Equal((5, 1), (jobs.Count, distinct.Count));

        Task StoreAsync(KlingJob job)
        {
            jobs.Add(job);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_mock_that_overrides_the_run_serves_a_synchronous_callback()
    {
        using var client = new RunMock();

        KlingResult result = await client.RunAsync(new TestRequest(), static _ => { }, cancellationToken: Stage.Token);

        Assert.Equal("job-1", result.RequestId);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(502)]
    public async Task OnSubmitted_is_not_called_for_a_submit_without_a_job(int status)
    {
        List<string> notes = [];
        using var stage = new Stage(options =>
        {
            options.OnSubmitting = (_, _) => Note("before");
            options.OnSubmitted = (_, _) => Note("after");
        });
        stage.Server.OnSubmit(Step.Html(status));

        _ = await Assert.ThrowsAnyAsync<KlingException>(stage.SubmitAsync);

        Assert.Equal(["before"], notes);

        Task Note(string note)
        {
            notes.Add(note);
            return Task.CompletedTask;
        }
    }

    private sealed class RunMock : KlingClient
    {
        public override Task<KlingResult> RunAsync(IKlingRequest request, Func<KlingJob, Task>? onSubmitted = null, IProgress<KlingProgress>? progress = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(KlingFactory.Result("job-1", "test-model", []));
    }

    private static KlingClient Create(Stage stage, Action<KlingClientOptions> configure)
    {
        var options = new KlingClientOptions { ApiKey = Stage.Key, TimeProvider = stage.Clock };
        configure(options);
        return new KlingClient(new HttpClient(stage.Server, disposeHandler: false), options);
    }
}
