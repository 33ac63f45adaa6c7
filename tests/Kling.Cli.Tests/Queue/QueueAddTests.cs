using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary><c>kling jobs add</c>, <c>list</c>, <c>show</c>, <c>cancel</c>, <c>pause</c>: the queue without a worker.</summary>
public sealed class QueueAddTests
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task A_request_is_validated_and_enqueued_without_a_key()
    {
        using var cli = new Cli();

        CliResult wrong = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--cfg-scale", "1.5");
        Assert.False(File.Exists(Path.Combine(cli.Folder, "kling-jobs.db")));
        CliResult added = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "order-1", "--tag", "customer=7", "--priority", "-2", "--save-to", "videos", "--json");

        Assert.Equal((ExitCodes.InvalidRequest, ""), (wrong.ExitCode, wrong.Out));
        Assert.StartsWith("  /cfg_scale: 1.5 ", wrong.ErrorLines[1], StringComparison.Ordinal);
        Assert.True(added.ExitCode == ExitCodes.Ok, added.ToString());
        JsonElement ticket = added.Json();
        Assert.Equal(("order-1", Slug, "enqueued", -2, 0), (Text(ticket, "key"), Text(ticket, "slug"), Text(ticket, "state"), ticket.GetProperty("priority").GetInt32(), ticket.GetProperty("attempts").GetInt32()));
        Assert.Equal("7", ticket.GetProperty("tags").GetProperty("customer").GetString());
        Assert.Equal("""{"prompt":"x"}""", JsonSerializer.Serialize(ticket.GetProperty("request")));
        Assert.Equal(Path.Combine(cli.Folder, "videos"), Text(ticket, "saveTo"));
        Assert.All((string[])["requestId", "cost", "file", "error"], name => Assert.Equal(JsonValueKind.Null, ticket.GetProperty(name).ValueKind));
        Assert.True(File.Exists(Path.Combine(cli.Folder, "kling-jobs.db")));
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task A_key_gives_the_first_ticket_and_is_refused_for_another_request()
    {
        using var cli = new Cli();

        CliResult first = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");
        CliResult second = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");
        CliResult other = await cli.RunAsync("jobs", "add", Slug, "--prompt", "y", "--key", "k");

        Assert.Equal(first.Out, second.Out);
        Assert.Contains("k: enqueued.", first.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was added; its state is enqueued", second.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, other.ExitCode);
        Assert.Contains("The key 'k' belongs to the ticket", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_of_schema_files_and_models_without_a_schema_are_enqueued_too()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);
        _ = cli.Write("body.json", """{"a": 1}""");

        CliResult typed = await cli.RunAsync("jobs", "add", TestSchema.Slug, "--text", "x", "--words", "a", "--words", "b", "--schemas", "mine", "--json");
        CliResult untyped = await cli.RunAsync("jobs", "add", "acme-unheard-of", "--untyped", "--input", "body.json", "--json");

        Assert.Equal("""{"text":"x","words":["a","b"]}""", JsonSerializer.Serialize(typed.Json().GetProperty("request")));
        Assert.Equal("acme-unheard-of", Text(untyped.Json(), "slug"));
    }

    [Fact]
    public async Task Tickets_are_listed_shown_and_cancelled()
    {
        using var cli = new Cli { Store = "sqlite:own.db" };
        foreach (string key in (string[])["a", "b", "c"])
        {
            _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", key, "--key", key, "--tag", key == "c" ? "who=2" : "who=1");
        }

        CliResult cancel = await cli.RunAsync("jobs", "cancel", "b");
        CliResult again = await cli.RunAsync("jobs", "cancel", "b");
        CliResult show = await cli.RunAsync("jobs", "show", "b");

        Assert.Equal((ExitCodes.Ok, "b: cancelled\n"), (cancel.ExitCode, cancel.Out));
        Assert.Equal(ExitCodes.Unexpected, again.ExitCode);
        Assert.Contains("its state is cancelled", again.Error, StringComparison.Ordinal);
        Assert.Matches($@"^{Slug}: ticket \S+ cancelled\nkey b, enqueued \d.*Z, priority 0, submits 0\ntag: who=1\nrequest: {{""prompt"":""b""}}\n\d.*Z enqueued\n\d.*Z cancelled\n$", show.Out);
        Assert.Equal(["c", "b", "a"], await KeysAsync(cli));
        Assert.Equal(["c"], await KeysAsync(cli, "--tag", "who=2"));
        Assert.Equal(["c", "b", "a"], await KeysAsync(cli, "--tag", "who"));
        Assert.Equal(["b"], await KeysAsync(cli, "--state", "cancelled"));
        Assert.Equal(["c", "a"], await KeysAsync(cli, "--state", "Enqueued", "--state", "saved"));
        Assert.Equal(["c", "b"], await KeysAsync(cli, "--limit", "2"));
        Assert.Empty(await KeysAsync(cli, "--model", "other"));
        Assert.False(File.Exists(Path.Combine(cli.Folder, "kling-jobs.db")));
    }

    [Fact]
    public async Task A_paused_queue_submits_nothing_and_waits_for_a_person()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "k");

        CliResult pause = await cli.RunAsync("jobs", "pause");
        CliResult paused = await cli.RunAsync("jobs", "work", "--drain", "--yes");
        CliResult resume = await cli.RunAsync("jobs", "resume", "--json");
        CliResult work = await cli.RunAsync("jobs", "work", "--drain", "--yes");

        Assert.Equal("paused\n", pause.Out);
        Assert.Equal((ExitCodes.JobsWait, "0 of 0 jobs finished\n"), (paused.ExitCode, paused.Out));
        Assert.Contains("1 job is left in the queue\nthe queue is paused; 'kling jobs resume' continues\n", paused.Error, StringComparison.Ordinal);
        Assert.False(resume.Json().GetProperty("paused").GetBoolean());
        Assert.Equal((ExitCodes.Ok, 1), (work.ExitCode, cli.Segmind.Counters.Posts));
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "--store must be sqlite:<file> or postgres:<connection string>", "list", "--store", "Host=x;Password=hunter2")]
    [InlineData(ExitCodes.Usage, "--store must be", "list", "--store", "sqlite:")]
    [InlineData(ExitCodes.Usage, "the connection string after postgres: is not valid.", "list", "--store", "postgres:Host=x;hunter2=hunter2")]
    [InlineData(ExitCodes.Usage, "the connection string after postgres: is not valid.", "list", "--store", "postgres://me:hunter2@host/db")]
    [InlineData(ExitCodes.Unexpected, "the store of the queue cannot be used: ", "list", "--store", "postgres:Host=127.0.0.1;Port=1;Username=x;Password=hunter2")]
    [InlineData(ExitCodes.Unexpected, "the store of the queue cannot be used: ", "add", Slug, "--prompt", "x", "--store", "sqlite:no/folder.db")]
    [InlineData(ExitCodes.Usage, "there is no queue in 'kling-jobs.db'.", "list")]
    [InlineData(ExitCodes.Usage, "there is no queue in 'kling-jobs.db'.", "show", "k")]
    [InlineData(ExitCodes.Usage, "name a command: add, import, work, list, show, cancel, resolve, pause, resume")]
    [InlineData(ExitCodes.Usage, "name the model before its options: 'kling jobs add <slug> --prompt …'", "add", "--prompt", "x")]
    [InlineData(ExitCodes.Usage, "there is no model 'kling-o3-tex2video'. Did you mean", "add", "kling-o3-tex2video")]
    [InlineData(ExitCodes.Usage, "--tag must be name=value, not 'x'", "add", Slug, "--prompt", "x", "--tag", "x")]
    [InlineData(ExitCodes.Usage, "the tag 'x' is given twice", "add", Slug, "--prompt", "x", "--tag", "x=1", "--tag", "x=2")]
    [InlineData(ExitCodes.Usage, "--priority must be a number without decimals, not '0.5'", "add", Slug, "--prompt", "x", "--priority", "0.5")]
    [InlineData(ExitCodes.Usage, "--state must be one of enqueued, submitting, submitted, completed, saved, unconfirmed, failed, expired, cancelled, not 'done'", "list", "--state", "done")]
    [InlineData(ExitCodes.Usage, "--max-in-flight must be a number of at least 1", "work", "--max-in-flight", "0")]
    [InlineData(ExitCodes.Usage, "--budget must be a number from 0", "work", "--budget", "-1")]
    [InlineData(ExitCodes.NoAccess, "there is no API key.", "work", "--drain")]
    [InlineData(ExitCodes.NoAccess, "there is no API key.", "resolve", "k")]
    [InlineData(ExitCodes.Usage, "only one of --request, --not-accepted and --resubmit is allowed", "resolve", "k", "--resubmit", "--not-accepted")]
    public async Task A_mistake_is_reported_in_one_line_without_the_connection_string(int exitCode, string expected, params string[] args)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(["jobs", .. args]);

        Assert.Equal((exitCode, "", 0), (result.ExitCode, result.Out, cli.Wire.Requests));
        Assert.StartsWith("error: " + expected, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variable_is_used_unless_the_option_is_given_and_is_never_printed()
    {
        using var cli = new Cli { Store = "postgres:Host=x;hunter2=hunter2" };

        CliResult variable = await cli.RunAsync("jobs", "list");
        CliResult option = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--store", "sqlite:a=b;c.db");

        Assert.Equal((ExitCodes.Usage, ExitCodes.Ok), (variable.ExitCode, option.ExitCode));
        Assert.DoesNotContain("hunter2", variable.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.Folder, "a=b;c.db")));
    }

    private static string? Text(JsonElement ticket, string name) => ticket.GetProperty(name).GetString();

    private static async Task<string?[]> KeysAsync(Cli cli, params string[] args) =>
        [.. (await cli.RunAsync(["jobs", "list", "--json", .. args])).Json().EnumerateArray().Select(static ticket => Text(ticket, "key"))];
}
