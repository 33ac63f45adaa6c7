using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindRight.Extras;

public sealed record JobRow(string Id, string Token);

public static class ExtraParameters
{
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/dune.png");
    private static readonly KlingJsonObject Shared = KlingJsonObject.Empty.With("seed", 42).With("watermark", false); // RIGHT 29

    public static KlingO3Text2VideoRequest Seeded(string prompt) => new() { Prompt = prompt, AdditionalParameters = Shared };

    public static KlingO3Text2VideoRequest Model(string prompt) => new() { Prompt = prompt, AdditionalParameters = new JsonObject { ["model"] = "v3.1" } }; // RIGHT 30

    public static KlingO3Image2VideoRequest FirstName(string prompt) =>
        KlingO3Image2VideoRequest.CreateBuilder(Still, prompt).WithAdditionalParameter("first_name", "Anna").Build(); // RIGHT 31

    public static KlingO3Image2VideoRequest Undeclared(string prompt) =>
        KlingO3Image2VideoRequest.CreateBuilder(Still, prompt).WithAdditionalParameter("cfg_scale", 0.4).Build(); // RIGHT 32

    public static Kling2_6Request Image(string prompt) => new() { Prompt = prompt, AdditionalParameters = new JsonObject { ["image_url"] = "https://cdn.acme-studio.com/a.png" } }; // RIGHT 33

    public static KlingO3Image2VideoRequest Voices(string prompt) => new() { Prompt = prompt, ImageUrl = Still, AdditionalParameters = KlingJsonObject.Empty.With("voice_ids", new JsonArray("anna")) }; // RIGHT 34

    public static Kling3ProImage2VideoRequest Newer(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still).WithAdditionalParameter(name: "newer_than_the_schema", value: 1).Build(); // RIGHT 35

    public static KlingO1ImageToVideoRequest Tags(string prompt)
    {
        var bag = new JsonObject([new("tags", new JsonArray("dune", "dusk")), new("user_id", 7)]); // RIGHT 36
        return new() { Prompt = prompt, StartImageUrl = Still, AdditionalParameters = bag };
    }

    public static JsonObject LogEntry(KlingO3Text2VideoRequest request) => new() { ["duration"] = (int)request.Duration, ["mode"] = request.Mode.ToString() }; // RIGHT 37

    public static bool HasSeed(KlingO3Text2VideoRequest request) => request.AdditionalParameters.ContainsKey("seed") && request.IsSet("seed"); // RIGHT 38

    public static Kling3ProImage2VideoElement Role(Uri front) => new() { FrontalImageUrl = front, AdditionalParameters = new JsonObject { ["role"] = "hero" } }; // RIGHT 39

    public static KlingO3Text2VideoRequest Style(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = new JsonObject { ["style"] = "noir", ["camera"] = new JsonObject { ["pan"] = 3, ["mode"] = "auto" } }, // RIGHT 40
    };

    public static string Label() => new JsonObject { ["pormpt"] = "a typo that people make" }.ToJsonString(); // RIGHT 41
}

public static class Urls
{
    public static KlingO3Image2VideoRequest Subdomain(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri("https://localhost.acme-studio.com/hill.png") }; // RIGHT 42

    public static KlingO3Image2VideoRequest Query(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri("https://cdn.acme-studio.com/hill.png?from=localhost&path=C:/media") }; // RIGHT 43

    public static KlingO1ImageToVideoRequest PublicAddress(string prompt) => new() { Prompt = prompt, StartImageUrl = new("https://172.64.10.2/hill.png") }; // RIGHT 44

    public static KlingO1ImageToVideoRequest AlmostPrivate(string prompt) => new() { Prompt = prompt, StartImageUrl = new("https://192.169.1.20/hill.png") }; // RIGHT 45

    public static Kling3ProImage2VideoRequest TenDotted(string prompt) => Kling3ProImage2VideoRequest.CreateBuilder(prompt, new Uri("https://10.media.acme-studio.com/hill.png")).Build(); // RIGHT 46

    public static KlingO3Video2VideoEditRequest Interpolated(string prompt, string host, string name) => new() { Prompt = prompt, VideoUrl = new Uri($"https://{host}/clips/{name}.mp4") }; // RIGHT 47

    public static KlingO3Text2VideoRequest PathInPrompt() => new() { Prompt = @"A retro screen shows C:\games and file:///home/anna at http://localhost:8080." }; // RIGHT 48

    public static Kling3ProImage2VideoElement Side(Uri front) => new() { FrontalImageUrl = front, ReferenceImageUrls = ["https://files.acme-studio.com/home/anna/side.png"] }; // RIGHT 49

    public static Task SaveLocal(KlingMedia media) => media.SaveAsync(@"C:\renders\hill.mp4"); // RIGHT 50

    public static Task<Uri> UploadLocal(KlingClient client) => client.Files.UploadAsync("/home/anna/pictures/hill.png"); // RIGHT 51

    public static string LocalFile() => new Uri("file:///srv/media/hill.png").LocalPath; // RIGHT 52

    public static KlingO1Request Collage(string prompt, IEnumerable<string> names) => new() { Prompt = prompt, ImageUrls = names.Select(name => $"https://cdn.acme-studio.com/{name}.png").ToKlingList() }; // RIGHT 53
}

public sealed class Wire(KlingClient client)
{
    public bool HasDuration(KlingO3Text2VideoRequest request) => request.IsSet("duration"); // RIGHT 54

    public bool HasSeed(KlingO3Text2VideoRequest request) => request.IsSet(name: "seed"); // RIGHT 55

    public KlingO3Text2VideoRequest Reset(KlingO3Text2VideoRequest request) => request.Unset("negative_prompt").Unset("cfg_scale"); // RIGHT 56

    public Kling1_6Image2VideoRequest NoPrompt(Kling1_6Image2VideoRequest request) => request.Unset("prompt"); // RIGHT 57

    public KlingO3Text2VideoRequest Forget(KlingO3Text2VideoRequest request) => request.Unset("seed"); // RIGHT 58

    public Task<KlingJob> UnknownAsync(JsonElement body) => client.SubmitAsync("kling-create-voice", body); // RIGHT 59

    public Task<KlingJob> OtherVendorAsync(JsonElement body) => client.SubmitAsync(slug: "veo-3-fast", body: body); // RIGHT 60

    public Task<KlingJob> ModelAsync(JsonElement body) => client.SubmitAsync(KlingO3Text2VideoRequest.Model.Slug, body); // RIGHT 61

    public KlingJob FromToken(KlingJob job) => client.GetJob(job.ToToken()); // RIGHT 62

    public async Task<KlingJob> FromFileAsync() => client.GetJob(await File.ReadAllTextAsync("job.json")); // RIGHT 63

    public KlingJob? FromError(KlingTimeoutException e) => e.Token is { } token ? client.GetJob(token) : null; // RIGHT 64

    public IReadOnlyList<KlingJob> FromLines() => [.. File.ReadLines("tokens.txt").Select(client.GetJob)]; // RIGHT 65
}
