using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.Studio.Tests;

/// <summary>What the page asks the server.</summary>
public sealed class StudioApiTests
{
    private const string Slug = "kling-3-pro-text2video";
    private const string Key = "SG_0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JsonObject Run(string prompt, string? confirmedCost = null) =>
        new() { ["slug"] = Slug, ["request"] = new JsonObject { ["prompt"] = prompt }, ["confirmedCost"] = confirmedCost };

    [Fact]
    public async Task Without_a_client_a_job_runs_on_the_emulator_and_its_video_can_be_read_in_parts()
    {
        await using StudioApp app = await StudioApp.StartAsync();
        Assert.Equal("emulator", (string?)(await app.GetAsync("api/session"))["mode"]);
        Assert.Equal(KlingModels.All.Select(static model => model.Slug), (await app.GetAsync("api/models"))["models"]!.AsArray().Select(static model => (string)model!["slug"]!));

        JsonObject job = await app.EndAsync((string)(await app.PostedAsync("api/jobs", Run("A boat.")))["id"]!);

        Assert.Equal("saved", (string?)job["state"]);
        JsonNode output = Assert.Single(job["outputs"]!.AsArray())!;
        Assert.Equal(("video", "video/mp4"), ((string)output["kind"]!, (string)output["mediaType"]!));
        using var part = new HttpRequestMessage(HttpMethod.Get, (string)output["href"]!) { Headers = { Range = new RangeHeaderValue(4, 7) } };
        using HttpResponseMessage response = await app.Http.SendAsync(part, Token);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("ftyp"u8.ToArray(), await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal((string)job["id"]!, (string)(await app.GetAsync("api/jobs"))["jobs"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_request_is_checked_with_price_code_and_violations()
    {
        await using StudioApp app = await StudioApp.StartAsync();
        string path = $"api/models/{Slug}/check";

        JsonObject wrong = await app.PostedAsync(path, new JsonObject { ["prompt"] = "A boat.", ["aspect_ratio"] = "99:1" });
        Assert.False((bool)wrong["valid"]!);
        Assert.Equal("/aspect_ratio", (string?)Assert.Single(wrong["violations"]!.AsArray())!["pointer"]);

        JsonObject right = await app.PostedAsync(path, new JsonObject { ["prompt"] = "It's \"here\"", ["cfg_scale"] = 0.25 });
        Assert.True((bool)right["valid"]!);
        Assert.NotNull(right["cost"]!["text"]);
        Assert.Contains("Prompt = \"It's \\\"here\\\"\",", (string)right["csharp"]!["initializer"]!, StringComparison.Ordinal);
        Assert.Contains("'It'\\''s \"here\"'", (string)right["command"]!, StringComparison.Ordinal);
        Assert.Contains("--cfg-scale 0.25", (string)right["command"]!, StringComparison.Ordinal);
        Assert.Contains("$SEGMIND_API_KEY", (string)right["curl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_spends_needs_the_token_of_the_page()
    {
        await using StudioApp app = await StudioApp.StartAsync();
        using HttpResponseMessage response = await app.Http.PostAsJsonAsync("api/jobs", Run("A boat."), Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await app.GetAsync("api/jobs"))["jobs"]!.AsArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/session")]
    [InlineData("api/jobs")]
    public async Task Another_name_for_this_machine_is_refused(string path)
    {
        await using StudioApp app = await StudioApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        using HttpResponseMessage response = await app.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_price_is_confirmed_before_a_job_is_submitted_to_Segmind()
    {
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { ApiKey = Key, TimeScale = 2000 });
        using KlingClient client = emulator.CreateClient();
        await using StudioApp app = await StudioApp.StartAsync(services => services.AddSingleton(client));
        Assert.Equal("live", (string?)(await app.GetAsync("api/session"))["mode"]);

        using HttpResponseMessage asked = await app.PostAsync("api/jobs", Run("A boat."));
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.Empty(emulator.Jobs);

        string price = (string)(await StudioApp.ReadAsync(asked))["cost"]!["text"]!;
        JsonObject job = await app.PostedAsync("api/jobs", Run("A boat.", price));
        Assert.Equal("saved", (string?)(await app.EndAsync((string)job["id"]!))["state"]);
        Assert.Single(emulator.Jobs);
    }

    [Fact]
    public async Task Without_a_key_or_read_only_nothing_is_submitted()
    {
        await using StudioApp app = await StudioApp.StartAsync(options: static studio => studio.IsReadOnly = true);
        Assert.Equal("readOnly", (string?)(await app.GetAsync("api/session"))["mode"]);
        using HttpResponseMessage refused = await app.PostAsync("api/jobs", Run("A boat."));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await using StudioApp keyless = await StudioApp.StartAsync(static services => services.AddSingleton(static _ => new KlingClient(new KlingClientOptions { ApiKey = "" })));
        JsonObject session = await keyless.GetAsync("api/session");
        Assert.Equal("readOnly", (string?)session["mode"]);
        Assert.Contains("API key", (string)session["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_uploaded_and_a_request_that_violates_its_schema_is_not_enqueued()
    {
        await using StudioApp app = await StudioApp.StartAsync();
        JsonObject session = await app.GetAsync("api/session");
        using var upload = new HttpRequestMessage(HttpMethod.Post, "api/files?name=a.png")
        {
            Content = new ByteArrayContent([0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 0]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } },
        };
        upload.Headers.Add((string)session["header"]!, (string)session["token"]!);
        using HttpResponseMessage uploaded = await app.Http.SendAsync(upload, Token);
        Assert.StartsWith("http", (string)(await StudioApp.ReadAsync(uploaded))["url"]!, StringComparison.Ordinal);

        using HttpResponseMessage refused = await app.PostAsync("api/jobs", new JsonObject { ["slug"] = Slug, ["request"] = new JsonObject() });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotEmpty((await StudioApp.ReadAsync(refused))["violations"]!.AsArray());
        Assert.Empty((await app.GetAsync("api/jobs"))["jobs"]!.AsArray());
    }
}
