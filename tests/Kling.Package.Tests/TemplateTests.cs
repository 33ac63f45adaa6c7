using System.Net;
using System.Net.Http.Json;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Kling.Cli;
using Kling.Tests;

namespace Kling.Package.Tests;

/// <summary>What <c>dotnet new</c> makes of the templates: it builds without a warning and runs as it is, on the emulator.</summary>
[Collection("Users' projects")]
public sealed class TemplateTests(UserProjects projects)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_console_application_saves_a_video()
    {
        DotnetRun run = await RunAsync("kling-console", "A", "red", "fox.");

        Assert.StartsWith("""{"prompt":"A red fox.","duration":"5"}""", run.Output, StringComparison.Ordinal);
        Assert.Contains(" (not billed)\nSubmitted.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Completed\nSaved video.mp4\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(PathOf("kling-console", "video.mp4"), Token)).Codec);
    }

    [Fact]
    public async Task The_batch_saves_a_video_of_each_line()
    {
        DotnetRun run = await RunAsync("kling-worker");

        Assert.Equal(["boat", "eagle", "fox"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line.Contains(": Saved ", StringComparison.Ordinal)).Select(static line => line.Split(':')[0]));
        Assert.Equal(3, Directory.GetFiles(PathOf("kling-worker", "videos"), "*.mp4").Length);
    }

    [Fact]
    public async Task The_web_API_accepts_a_request_and_saves_the_video()
    {
        string name = Name("kling-api");
        await using UserServer server = await UserServer.StartAsync(projects, name, [new("ASPNETCORE_ENVIRONMENT", "Development")]);

        using HttpResponseMessage accepted = await server.Http.PostAsJsonAsync("videos/kling-o3-text2video", new { prompt = "A red fox." }, Token);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await server.Http.GetStringAsync($"{accepted.Headers.Location}/events", Token);      // ends with the job
        JsonElement job = await server.Http.GetFromJsonAsync<JsonElement>(accepted.Headers.Location, Token);
        Assert.True(job.GetProperty("hasResult").GetBoolean(), job.GetRawText());
        byte[] video = await server.Http.GetByteArrayAsync($"{accepted.Headers.Location}/result", Token);
        Assert.Equal("avc1", Mp4.Parse(video).Codec);
    }

    [Theory]
    [InlineData("kling-console", "--live")]
    [InlineData("kling-worker", "--live")]
    [InlineData("kling-api")]
    public async Task Without_a_key_there_is_one_sentence_that_says_how_to_set_it(string template, params string[] arguments)
    {
        string program = PathOf(template, "bin", "Debug", "net10.0", Name(template) + ".dll");

        DotnetRun run = await DotnetRun.OfAsync(PathOf(template), "dotnet", [program, .. arguments], [new("SEGMIND_API_KEY", "")], Token);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "There is no API key. Create one in your account at https://www.segmind.com and set the environment variable SEGMIND_API_KEY, or run ",
            Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_without_its_file_says_where_it_looked()
    {
        string program = PathOf("kling-worker", "bin", "Debug", "net10.0", Name("kling-worker") + ".dll");

        DotnetRun run = await DotnetRun.OfAsync(PathOf("kling-worker"), [program, "none.csv"], Token);

        Assert.Equal((1, $"There is no file '{PathOf("kling-worker", "none.csv")}'. Run the program in its folder, or name a CSV file.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task The_schema_file_is_the_one_that_the_command_makes_and_becomes_a_type()
    {
        string made = PathOf("kling-console", "kling-schemas", "acme-clip.json");
        using var assembly = new PEReader(File.OpenRead(PathOf("kling-console", "bin", "Debug", "net10.0", Name("kling-console") + ".dll")));
        MetadataReader reader = assembly.GetMetadataReader();

        Assert.Contains("AcmeClipRequest", reader.TypeDefinitions.Select(type => reader.GetString(reader.GetTypeDefinition(type).Name)));
        Assert.Equal(
            StarterSchema.Of("acme-clip", slugToWrite: null).ToJsonString(),
            JsonSerializer.SerializeToNode(JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(made, Token)))!.ToJsonString());
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "schemas", "kling-model.schema.json"), Token),
            await File.ReadAllTextAsync(PathOf("kling-console", "kling-schemas", "kling-model.schema.json"), Token));
    }

    private static string Name(string template) => UserProjects.Name(template);

    private string PathOf(string template, params string[] path) => projects.PathOf([Name(template), .. path]);

    private async Task<DotnetRun> RunAsync(string template, params string[] arguments)
    {
        string name = Name(template);
        Assert.Empty(projects.Build.ProblemsOf(name));
        return (await DotnetRun.OfAsync(PathOf(template), [PathOf(template, "bin", "Debug", "net10.0", name + ".dll"), .. arguments], Token)).Succeeded();
    }
}
