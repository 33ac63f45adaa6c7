using System.Net;
using System.Text;
using System.Text.Json;
using Kling.Emulator;
using Kling.Tests;

namespace Kling.Cli.Tests;

/// <summary><c>kling jobs work</c> and <c>resolve</c>.</summary>
public sealed class QueueWorkTests(PostgresServer server)
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task The_emulator_works_on_a_fresh_queue_without_a_key()
    {
        using var cli = new Cli();
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "order-1");
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "y", "--key", "order-2", "--save-to", "own");

        CliResult result = await cli.RunAsync("jobs", "work", "--emulator", "--time-scale", "100000", "--drain", "-o", "videos");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(
            $"order-1: saved, 2.34 USD: {Path.Combine("videos", "order-1.mp4")}\norder-2: saved, 2.34 USD: {Path.Combine("own", "order-2.mp4")}\n2 of 2 jobs finished, 4.68 USD\n",
            result.Out);
        Assert.All((string[])["videos/order-1.mp4", "own/order-2.mp4"], file => Assert.True(File.Exists(Path.Combine(cli.Folder, file))));
        Assert.Contains("order-1: saved, ", result.Error, StringComparison.Ordinal);

        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "z");
        CliResult unsaved = await cli.RunAsync("jobs", "work", "--emulator", "--time-scale", "100000", "--drain");

        Assert.StartsWith("no folder is named (-o): the results of tickets without a folder of their own end with this command\n", unsaved.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 result was not saved, because no folder was named (-o). The files of the emulator end with this command; -o <folder> saves them\n", unsaved.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_billed_needs_a_confirmation()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x");
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "y");

        CliResult drain = await cli.RunAsync("jobs", "work", "--drain", "--budget", "20");
        CliResult work = await cli.RunAsync("jobs", "work");

        Assert.Equal((ExitCodes.Usage, ExitCodes.Usage, 0), (drain.ExitCode, work.ExitCode, cli.Wire.Requests));
        Assert.StartsWith("error: 2 jobs of the queue at Segmind will likely cost 4.68 USD (1.26 to 10.50 USD). The budget is 20.00 USD. No interactive", drain.Error, StringComparison.Ordinal);
        Assert.Contains("Jobs that are enqueued while it works are billed, too.", work.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_jobs_decide_the_exit_code_and_can_be_submitted_again()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "bad");
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("blocked by a filter"), times: 1);

        CliResult failed = await cli.RunAsync("jobs", "work", "--drain", "--yes", "-o", "videos", "--json");
        CliResult again = await cli.RunAsync("jobs", "resolve", "bad", "--resubmit");
        CliResult saved = await cli.RunAsync("jobs", "work", "--drain", "--yes", "--json");

        JsonElement ticket = Assert.Single(failed.Json().EnumerateArray());
        Assert.Equal((ExitCodes.JobFailed, "failed"), (failed.ExitCode, ticket.GetProperty("state").GetString()));
        Assert.Contains("blocked by a filter", ticket.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("bad: The job", failed.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, "bad: enqueued again. 'kling jobs work' submits it\n"), (again.ExitCode, again.Out));
        Assert.Equal((ExitCodes.Ok, 2), (saved.ExitCode, cli.Segmind.Counters.Posts));
        ticket = Assert.Single(saved.Json().EnumerateArray());
        Assert.Equal(("completed", 2.34m, cli.Segmind.Jobs[1].RequestId), (ticket.GetProperty("state").GetString(), ticket.GetProperty("cost").GetDecimal(), ticket.GetProperty("requestId").GetString()));
        Assert.Contains("1 result was not saved, because no folder was named (-o).", saved.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_server_repeats_is_neither_printed_nor_stored()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x");
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "y");
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure($"no job for {Cli.Key}"), times: 1);
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.Error(HttpStatusCode.BadRequest, $"not with {Cli.Key}"));

        CliResult work = await cli.RunAsync("jobs", "work", "--drain", "--yes", "--json", "--max-in-flight", "1");
        CliResult list = await cli.RunAsync("jobs", "list");

        Assert.Equal(ExitCodes.JobFailed, work.ExitCode);
        Assert.Equal((2, 2), (work.Json().GetArrayLength(), cli.Segmind.Counters.Posts));
        Assert.Contains("no job for", list.Out, StringComparison.Ordinal);
        Assert.Contains("not with", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Cli.Key, work.Out + work.Error + list.Out, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(cli.Folder, "kling-jobs.db*"), static file => Assert.DoesNotContain(Cli.Key, File.ReadAllText(file, Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_without_an_end_prints_what_has_ended_at_once_and_ends_well()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new AnnouncedLine();
        using var cli = new Cli();
        using var worker = new Cli { ApiKey = Cli.Key, CtrlC = stop.Token, Out = output, Store = "sqlite:" + Path.Combine(cli.Folder, "kling-jobs.db") };
        worker.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("blocked by a filter"));
        Task<CliResult> work = worker.RunAsync("jobs", "work", "--yes");

        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");
        string line = await output.First;
        await stop.CancelAsync();

        CliResult result = await work;
        Assert.StartsWith("k: failed: ", line, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, line), (result.ExitCode, result.Out));
        Assert.Contains("stopping: submits in flight are finished. Everything else continues", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_beyond_the_budget_stay_in_the_queue()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        foreach (string key in (string[])["a", "b", "c"])
        {
            _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", key, "--key", key);
        }

        CliResult result = await cli.RunAsync("jobs", "work", "--drain", "--yes", "--budget", "5.3", "--max-in-flight", "1");
        CliResult next = await cli.RunAsync("jobs", "work", "--drain", "--budget", "20");

        Assert.Equal((ExitCodes.JobsWait, 1), (result.ExitCode, cli.Segmind.Counters.Posts));
        Assert.StartsWith("a: completed, 2.34 USD\n1 of 1 jobs finished", result.Out, StringComparison.Ordinal);
        Assert.Contains("2 jobs are left in the queue\nspent with --budget: 2.34 USD\nthe next job could exceed the budget, which all jobs of the queue share; a higher --budget continues\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(" The budget is 20.00 USD. Spent of it: 2.34 USD. No interactive", next.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_lets_submits_finish_and_a_lost_response_is_found_in_the_history()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var cli = new Cli { ApiKey = Cli.Key, CtrlC = stop.Token };
        cli.Segmind.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.ResetAfterBody().AfterHandling());
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");
        cli.Wire.Before = request => _ = request.Method == HttpMethod.Post && Stop(stop);

        // The worker looks into the history by its own clock, and could find the job before it has stopped.
        bool isHistoryDown = true;
        cli.Segmind.When(request => isHistoryDown && request.Operation is EmulatorOperation.History, EmulatorFault.Error(HttpStatusCode.ServiceUnavailable));
        CliResult stopped = await cli.RunAsync("jobs", "work", "--drain", "--yes");
        isHistoryDown = false;
        cli.CtrlC = TestContext.Current.CancellationToken;
        CliResult emulator = await cli.RunAsync("jobs", "work", "--drain", "--emulator");
        CliResult twice = await cli.RunAsync("jobs", "resolve", "k", "--request", "unknown-id");
        CliResult found = await cli.RunAsync("jobs", "resolve", "k");
        CliResult again = await cli.RunAsync("jobs", "resolve", "k");
        CliResult work = await cli.RunAsync("jobs", "work", "--drain", "-o", "videos");

        string id = Assert.Single(cli.Segmind.Jobs).RequestId;
        Assert.Equal(ExitCodes.Cancelled, stopped.ExitCode);
        Assert.Contains("k: unconfirmed; 'kling jobs resolve", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, emulator.ExitCode);
        Assert.Contains("the job of the ticket 'k' was submitted elsewhere", emulator.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, twice.ExitCode);
        Assert.Contains("The account's history has no request 'unknown-id'.", twice.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, $"k: found as the job {id}. 'kling jobs work' waits for it\n"), (found.ExitCode, found.Out));
        Assert.Equal(ExitCodes.Unexpected, again.ExitCode);
        Assert.Contains("the ticket 'k' is not unconfirmed: its state is submitted", again.Error, StringComparison.Ordinal);
        Assert.True(work.ExitCode == ExitCodes.Ok, work.ToString());
        Assert.True(File.Exists(Path.Combine(cli.Folder, "videos", "k.mp4")));
        Assert.Equal(1, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task A_second_worker_on_one_SQLite_file_is_refused()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");
        CliResult? second = null;
        cli.Wire.Before = request => second ??= request.Method == HttpMethod.Post ? cli.RunAsync("jobs", "work", "--drain", "--yes").GetAwaiter().GetResult() : null;

        CliResult first = await cli.RunAsync("jobs", "work", "--drain", "--yes");

        Assert.Equal((ExitCodes.Ok, 1), (first.ExitCode, cli.Segmind.Counters.Posts));
        Assert.Equal(ExitCodes.StoreInUse, second!.ExitCode);
        Assert.Contains("Another process works on the jobs", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workers_share_a_PostgreSQL_database_and_its_history_is_below_the_base_address()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--time-scale", "1000000");
        using var cli = new Cli { ApiKey = Cli.Key, Store = "postgres:" + await server.CreateDatabaseAsync() };
        var direct = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = null, CurrentFolder = cli.Folder, ApiKey = Cli.Key, Store = cli.Store };
        _ = cli.Write("jobs.jsonl", string.Concat(Enumerable.Range(1, 12).Select(static i => FormattableString.Invariant($"{{\"id\":\"n{i}\",\"prompt\":\"{i}\"}}\n"))));
        string[] import = ["jobs", "import", "jobs.jsonl", "--slug", Slug, "--key", "id"];
        string[] work = ["jobs", "work", "--drain", "--yes", "-o", "videos", "--base-address", served.Address.OriginalString];
        Assert.Equal("12 requests were enqueued\n", (await cli.RunAsync(import)).Out);
        Assert.Equal("0 requests were enqueued; 12 were there already, by the key\n", (await cli.RunAsync(import)).Out);

        int[] exitCodes = await Task.WhenAll(
            KlingCommandLine.RunAsync(work, direct, TestContext.Current.CancellationToken), KlingCommandLine.RunAsync(work, direct, TestContext.Current.CancellationToken));

        Assert.Equal([ExitCodes.Ok, ExitCodes.Ok], exitCodes);
        CliResult list = await cli.RunAsync("jobs", "list", "--state", "saved", "--json");
        Assert.Equal(12, list.Json().EnumerateArray().Select(static ticket => ticket.GetProperty("requestId").GetString()).Distinct().Count());
        Assert.Equal(12, Directory.GetFiles(Path.Combine(cli.Folder, "videos"), "*.mp4").Length);
        using KlingClient client = served.Connect();
        Assert.Equal(12, await client.Account.GetHistoryAsync(cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    private static bool Stop(CancellationTokenSource stop)
    {
        stop.Cancel();
        return true;
    }
}
