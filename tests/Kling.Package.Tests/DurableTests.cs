using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kling.Cli;
using Kling.Emulator;
using Kling.Models;
using Kling.Tests;

namespace Kling.Package.Tests;

/// <summary>The recipes on the page of Kling.Generated.Jobs, from the packages: each survives the death of its process.</summary>
[Collection("Users' projects")]
public sealed class DurableTests(UserProjects projects)
{
    private const string Key = "SG_0123456789abcdef";

    // Asking without a pause would take the processor away from whom is asked.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DurableApi", "durable-api")]
    [InlineData("DurableBatch", "durable-batch")]
    public void The_recipe_in_the_README_is_the_program_that_is_tested(string project, string name)
    {
        string[] program = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", project, "Program.cs")).ReplaceLineEndings("\n").Split('\n');
        string recipe = string.Join('\n', program.Where(static line => !line.Contains("// only in the test", StringComparison.Ordinal)));

        Assert.Contains(
            $"<!-- {name} -->\n```cs\n{recipe}```\n",
            File.ReadAllText(Path.Combine(Checkout.Root, "src", "Kling.Generated.Jobs", "README.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.InRange(recipe.Split('\n').Count(static line => line.Trim().Length > 0), 1, 25);
    }

    [Fact]
    public async Task A_video_that_a_web_API_has_accepted_is_saved_after_the_API_was_killed_and_started_again()
    {
        await using EmulatorServer server = await StartAsync(timeScale: 30);
        Uri video;
        await using (UserServer api = await StartApiAsync(server))
        {
            using var order = new HttpRequestMessage(HttpMethod.Post, "videos") { Content = JsonContent.Create(new { prompt = "An eagle." }) };
            order.Headers.Add("Idempotency-Key", "order-1");
            using HttpResponseMessage accepted = await api.Http.SendAsync(order, Token);
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            video = accepted.Headers.Location!;
            _ = await ReachedAsync(api.Http, video, "Submitted");
            await api.KillAsync();
        }

        await using UserServer again = await StartApiAsync(server);
        JsonElement ticket = await ReachedAsync(again.Http, video, "Saved");
        string file = ticket.GetProperty("files")[0].GetString()!;

        Assert.Equal("order-1.mp4", Path.GetFileName(file));
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(file, Token)).Codec);
        Assert.Equal(1, server.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task A_batch_that_was_killed_goes_on_where_it_was()
    {
        Assert.Empty(projects.Build.ProblemsOf("DurableBatch"));
        await using EmulatorServer server = await StartAsync(timeScale: 50);
        string folder = projects.PathOf("DurableBatch");
        await File.WriteAllTextAsync(Path.Combine(folder, "prompts.csv"), "id,prompt\neagle,An eagle, gliding.\nfox,A fox.\nowl,An owl.\n", Token);
        string program = projects.PathOf("DurableBatch", "bin", "Debug", "net10.0", "DurableBatch.dll");
        string address = server.Address.GetLeftPart(UriPartial.Authority);
        using (Process first = Process.Start(DotnetRun.StartInfo(folder, "dotnet", [program, address], [new("SEGMIND_API_KEY", Key)]))!)
        {
            using var turn = new PeriodicTimer(Turn);
            while (server.Emulator.Jobs.Count < 3 && await turn.WaitForNextTickAsync(Token))
            {
                Assert.False(first.HasExited);
            }

            first.Kill();
            await first.WaitForExitAsync(Token);
        }

        DotnetRun run = await DotnetRun.OfAsync(folder, "dotnet", [program, address], [new("SEGMIND_API_KEY", Key)], Token);

        string[] rows = run.Succeeded().Output.Trim().Split('\n');
        Assert.Equal(["eagle,Saved", "fox,Saved", "owl,Saved"], rows.Select(static row => string.Join(',', row.Split(',').Take(2))));
        Assert.Equal(3, server.Emulator.Counters.Posts);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder, "videos"), "*.mp4").Length);
    }

    private static Task<EmulatorServer> StartAsync(double timeScale) =>
        EmulatorServer.StartAsync(new Uri("http://127.0.0.1:0"), KlingModels.All, new SegmindEmulatorOptions { TimeScale = timeScale }, Token);

    /// <summary>The ticket when it has a state.</summary>
    private static async Task<JsonElement> ReachedAsync(HttpClient http, Uri video, string state)
    {
        using var turn = new PeriodicTimer(Turn);
        do
        {
            JsonElement ticket = await http.GetFromJsonAsync<JsonElement>(video, Token);
            string? reached = ticket.GetProperty("state").GetString();
            if (reached == state)
            {
                return ticket;
            }

            Assert.False(reached is "Failed" or "Expired", ticket.GetRawText());
        } while (await turn.WaitForNextTickAsync(Token));

        throw new InvalidOperationException("The timer has ended.");
    }

    private Task<UserServer> StartApiAsync(EmulatorServer server) =>
        UserServer.StartAsync(projects, "DurableApi", [new("Kling__BaseAddress", server.Address.GetLeftPart(UriPartial.Authority)), new("SEGMIND_API_KEY", Key)]);
}
