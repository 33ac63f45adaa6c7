using System.Text.Json;
using Kling.Tests;
using Microsoft.ML.Tokenizers;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Kling.Cli.Tests;

/// <summary><c>kling mcp</c> as an agent uses it, over the real client of the protocol.</summary>
public sealed class McpAgentTests
{
    private const string Slug = "kling-o3-text2video";

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    public async Task A_sentence_becomes_a_video_with_one_violation_and_one_confirmation(string version)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept", version);
        Assert.Equal(version, mcp.Client.NegotiatedProtocolVersion);

        // The model: it chooses by the list, reads the schema, makes a mistake, and corrects it by the result.
        JsonElement models = (await mcp.CallAsync("list_models", ("query", "text video"))).Json.GetProperty("models");
        string model = models.EnumerateArray().Select(static item => item.GetProperty("model").GetString()!).First(static slug => slug == Slug);
        JsonElement schema = (await mcp.CallAsync("describe_model", ("model", model))).Json.GetProperty("input_schema");
        Assert.True(schema.GetProperty("properties").TryGetProperty("duration", out _));
        McpAnswer wrong = await mcp.SubmitAsync(model, new { prompt = "An eagle at sunrise", duration = 5 });
        JsonElement violation = Assert.Single(wrong.Json.GetProperty("violations").EnumerateArray());
        string duration = violation.GetProperty("allowed")[2].GetString()!;
        McpAnswer submitted = await mcp.SubmitAsync(model, new { prompt = "An eagle at sunrise", duration });
        McpAnswer ended = await mcp.WaitAsync(submitted.Job);
        McpAnswer result = await mcp.CallAsync("job_result", ("job", submitted.Job), ("save", true));

        Assert.True(wrong.IsError);
        Assert.Equal(("/input/duration", "invalid"), (violation.GetProperty("path").GetString(), wrong.Status));
        Assert.False(submitted.IsError, submitted.Text);
        string question = Assert.Single(mcp.Questions);
        Assert.Contains("will likely cost 2.34 USD (0.63 to 5.25 USD)", question, StringComparison.Ordinal);
        Assert.Contains("An eagle at sunrise", question, StringComparison.Ordinal);
        Assert.Equal(("completed", 1), (ended.Status, cli.Segmind.Counters.Posts));
        Assert.Equal("video/mp4", result.Links[0].MimeType);
        string file = result.Json.GetProperty("saved_files")[0].GetString()!;
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Codec);
        Assert.Equal(new Uri(file).AbsoluteUri, result.Links[1].Uri);
        Assert.DoesNotContain(Cli.Key, result.Text + ended.Text + submitted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decline", "2026-07-28")]
    [InlineData("cancel", "2026-07-28")]
    [InlineData("decline", "2025-06-18")]
    public async Task A_refused_confirmation_sends_nothing_and_tells_the_agent(string answer, string version)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer, version);

        McpAnswer refused = await mcp.SubmitAsync(Slug, new { prompt = "x" });
        McpAnswer jobs = await mcp.CallAsync("list_jobs");

        Assert.Equal((true, "refused"), (refused.IsError, refused.Status));
        Assert.Contains("The user did not confirm", refused.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0), (mcp.Questions.Count, jobs.Json.GetProperty("jobs").GetArrayLength(), cli.Wire.Requests));
    }

    [Fact]
    public async Task An_agent_is_told_that_only_saved_files_of_the_emulator_can_be_opened()
    {
        using var cli = new Cli();
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--emulator", "--budget", "100", "--time-scale", "100000");
        McpAnswer submitted = await mcp.SubmitAsync(Slug, new { prompt = "x" });
        _ = await mcp.WaitAsync(submitted.Job);

        McpAnswer links = await mcp.CallAsync("job_result", ("job", submitted.Job));
        McpAnswer saved = await mcp.CallAsync("job_result", ("job", submitted.Job), ("save", true));

        Assert.Contains("cannot be opened. Call job_result with save", links.Json.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.False(saved.Json.TryGetProperty("note", out _));
        Assert.Single(saved.Json.GetProperty("saved_files").EnumerateArray());
    }

    [Fact]
    public async Task The_list_of_tools_is_short_and_its_hints_are_true()
    {
        using var cli = new Cli();
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--emulator");

        IList<McpClientTool> tools = await mcp.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["describe_model", "estimate_cost", "job_result", "job_status", "list_jobs", "list_models", "submit", "upload_file", "wait"],
            tools.Select(static tool => tool.Name).Order(StringComparer.Ordinal));
        string[] writes = ["job_result", "submit", "upload_file"];
        Assert.All(tools, tool => Assert.Equal(!writes.Contains(tool.Name), tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, static tool => Assert.Equal(tool.Name == "submit", tool.ProtocolTool.Annotations!.DestructiveHint ?? false));

        // The encoding of current models of OpenAI. Other vendors do not publish theirs.
        string list = JsonSerializer.Serialize(tools.Select(static tool => tool.ProtocolTool).ToList(), McpJsonUtilities.DefaultOptions);
        Assert.InRange(TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(list), 500, 2500);
    }

    [Fact]
    public async Task Each_model_can_have_a_tool_with_its_schema()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);
        _ = cli.Write("mine/wait.json", """{ "x-output": "video", "properties": { "prompt": { "type": "string" } } }""");
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept", version: null, "--tools-per-model", "--schemas", "mine");

        IList<McpClientTool> tools = await mcp.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        McpAnswer wrong = await mcp.CallAsync(TestSchema.Slug, ("text", "x"), ("whole_number", 10));
        McpAnswer right = await mcp.CallAsync(Slug, ("prompt", "x"));

        Assert.All(Cli.Shipped.Where(static model => !model.IsRetired), model => Assert.Contains(tools, tool => tool.Name == ModelText.ToolName(model.Slug)));
        McpClientTool own = Assert.Single(tools, static tool => tool.Name == TestSchema.Slug);
        Assert.Equal(9, own.JsonSchema.GetProperty("properties").GetProperty("whole_number").GetProperty("maximum").GetInt32());
        Assert.Equal("object", Assert.Single(tools, static tool => tool.Name == "wait_2").JsonSchema.GetProperty("type").GetString());
        Assert.Equal("/whole_number", wrong.Json.GetProperty("violations")[0].GetProperty("path").GetString());
        Assert.Equal("completed", (await mcp.WaitAsync(right.Job)).Status);
    }

    [Fact]
    public async Task A_dropped_in_model_is_listed_described_and_judged()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept", version: null, "--schemas", "mine");

        McpAnswer list = await mcp.CallAsync("list_models", ("query", "house"));
        McpAnswer described = await mcp.CallAsync("describe_model", ("model", TestSchema.Slug));
        McpAnswer wrong = await mcp.SubmitAsync(TestSchema.Slug, new { text = "longer than twenty characters" });

        Assert.Equal(TestSchema.Slug, Assert.Single(list.Json.GetProperty("models").EnumerateArray()).GetProperty("model").GetString());
        Assert.Equal(20, described.Json.GetProperty("input_schema").GetProperty("properties").GetProperty("text").GetProperty("maxLength").GetInt32());
        Assert.Equal("/input/text", wrong.Json.GetProperty("violations")[0].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("describe_model", """{"model":"kling-o3-text2vide"}""", "Did you mean 'kling-o3-text2video'?")]
    [InlineData("describe_model", """{}""", "The argument 'model' is required")]
    [InlineData("describe_model", """{"modell":"x"}""", "There is no argument 'modell'. Did you mean 'model'?")]
    [InlineData("submit", """{"model":"kling-o3-text2video","input":[]}""", "The argument 'input' must be a JSON object.")]
    [InlineData("submit", """{"model":"kling-o3-image2video","input":{"prompt":"x","image_url":"/etc/passwd"}}""", "path")]
    [InlineData("job_status", """{"job":"nonsense"}""", "There is no job 'nonsense'. list_jobs lists all.")]
    [InlineData("wait", """{"job":"00000000-0000-0000-0000-000000000000","seconds":"long"}""", "The argument 'seconds' must be a number from 0 to 45.")]
    [InlineData("job_result", """{"job":"00000000-0000-0000-0000-000000000000","save":"yes"}""", "The argument 'save' must be true or false.")]
    [InlineData("upload_file", """{"path":"/etc/passwd"}""", "\"status\":\"refused\",\"message\":\"Files of this machine cannot be uploaded, because the user has not allowed a folder. The user can start the server with --root <folder>.")]
    public async Task A_wrong_argument_is_a_result_that_says_what_is_allowed(string tool, string arguments, string expected)
    {
        using var cli = new Cli();
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--emulator");

        McpAnswer answer = await mcp.CallAsync(tool, [.. JsonElement.Parse(arguments).EnumerateObject().Select(static p => (p.Name, (object?)p.Value))]);

        Assert.True(answer.IsError);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ends_after_its_time_reports_progress_and_says_how_to_go_on()
    {
        using var cli = new Cli(segmindTimeScale: 0.001) { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept");
        string job = (await mcp.SubmitAsync(Slug, new { prompt = "x" })).Job;

        McpAnswer answer = await mcp.CallAsync("wait", ("job", job), ("seconds", 0.01));

        Assert.False(answer.IsError);
        Assert.Contains("The job continues.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Call wait with this job until it has ended.", answer.Json.GetProperty("next").GetString());

        // A client drops the reports of a call that has its response, so this one waits until it has been reported.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reported = new TaskCompletionSource<ProgressNotificationValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task waiting = mcp.Client.CallToolAsync("wait", new Dictionary<string, object?> { ["job"] = job }, new Reports(reported), cancellationToken: enough.Token).AsTask();
        Assert.Same(reported.Task, await Task.WhenAny(reported.Task, waiting));
        await enough.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.InRange((await reported.Task).Total ?? 0, 150, 160);
    }

    [Fact]
    public async Task Files_are_uploaded_from_allowed_folders_only()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        byte[] image = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        foreach (string folder in (string[])["open", "open/sub", "closed", "open-too"])
        {
            _ = Directory.CreateDirectory(Path.Combine(cli.Folder, folder));
            File.WriteAllBytes(Path.Combine(cli.Folder, folder, "a.png"), image);
        }

        File.WriteAllText(Path.Combine(cli.Folder, "open", "secret.txt"), "secret");
        _ = File.CreateSymbolicLink(Path.Combine(cli.Folder, "open", "link.png"), Path.Combine(cli.Folder, "closed", "a.png"));
        _ = Directory.CreateSymbolicLink(Path.Combine(cli.Folder, "open", "way"), "../closed");
        _ = File.CreateSymbolicLink(Path.Combine(cli.Folder, "open", "inside.png"), "sub/a.png");
        _ = File.CreateSymbolicLink(Path.Combine(cli.Folder, "open", "loop.png"), "loop.png");
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--root", "open");

        foreach (string path in (string[])["a.png", "sub/a.png", "sub/../a.png", "inside.png", Path.Combine(cli.Folder, "open", "a.png")])
        {
            McpAnswer uploaded = await mcp.CallAsync("upload_file", ("path", path));
            Assert.False(uploaded.IsError, uploaded.Text);
            Assert.StartsWith("https://", uploaded.Json.GetProperty("url").GetString(), StringComparison.Ordinal);
        }

        int requests = cli.Wire.Requests;
        foreach (string path in (string[])["../closed/a.png", "link.png", "way/a.png", "loop.png", "sub", "../open-too/a.png", Path.Combine(cli.Folder, "closed", "a.png"), "none.png", "/etc/passwd", "a\0.png", "secret.txt"])
        {
            Assert.True((await mcp.CallAsync("upload_file", ("path", path))).IsError, path);
        }

        Assert.Equal(requests, cli.Wire.Requests);
    }

    private sealed class Reports(TaskCompletionSource<ProgressNotificationValue> reported) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => reported.TrySetResult(value);
    }
}
