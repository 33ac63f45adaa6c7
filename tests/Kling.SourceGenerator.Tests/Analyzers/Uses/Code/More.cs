using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Logging;

namespace Uses.More;

public sealed class Clips(KlingClient client, ILogger<Clips> log, Uri image)
{
    private static readonly Dictionary<string, double> Scales = new() { ["soft"] = 0.2, ["hard"] = 1.2 };
    private static readonly string[] Prompts = ["@Element1 a", "@Element4 b"];
    private readonly Task<KlingResult> _warm = client.RunAsync(new KlingO3Text2VideoRequest { Prompt = "x", CfgScale = 9 }); // KLING102
    private readonly KlingO3Text2VideoRequest _base = new() { Prompt = "x" };

    public async Task A()
    {
        KlingJob job = await client.SubmitAsync(_base); // KLING201
    }

    public async Task B() => await (await client.SubmitAsync(_base)).WaitForCompletionAsync(); // KLING206

    public async Task C()
    {
        await using var file = File.Create("x");
        await client.Files.UploadAsync(file); // KLING206
    }

    public KlingResult D => client.RunAsync(_base).Result; // KLING203

    public KlingResult E
    {
        get
        {
            var t = Task.Run(() => client.RunAsync(_base));
            return t.Result; // KLING203
        }
    }

    public Clips(KlingClient c) : this(c, null!, null!) => c.CheckAccessAsync().Wait(); // KLING203

    public async Task F(IEnumerable<IKlingRequest> requests)
    {
        var jobs = new List<KlingJob>();
        foreach (var r in requests)
        {
            jobs.Add(await client.SubmitAsync(r)); // KLING201
        }

        log.LogInformation("done");
    }

    public async Task<int> G(IEnumerable<IKlingRequest> requests)
    {
        KlingJob? last = null;
        foreach (var r in requests)
        {
            last = await client.SubmitAsync(r); // KLING201
        }

        return 0;
    }

    public async Task I(IKlingRequest r, bool dry)
    {
        KlingJob? job = dry ? null : await client.SubmitAsync(r); // KLING201
        await Task.Yield();
    }

    public async Task J(IKlingRequest r) => log.LogInformation("{Id}", (await client.SubmitAsync(r)).RequestId);

    public Task K(IKlingRequest r) => Task.WhenAll(client.SubmitAsync(r), Task.Delay(1000)); // KLING201

    public async Task L(IKlingRequest r)
    {
        using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var job = await client.SubmitAsync(r, cts.Token);
        await foreach (var p in job.WatchAsync(TimeSpan.FromTicks(-5))) // KLING211
        {
            log.LogInformation("{Status}", p.Status);
        }
    }

    public async Task M(IKlingRequest r)
    {
        var results = client.RunManyAsync([r]).ToBlockingEnumerable().ToList(); // KLING203
        await Task.Yield();
        log.LogInformation("{N}", results.Count);
    }

    public KlingO3Text2VideoRequest N() => _base with { CfgScale = 1 + 1 }; // KLING102
    public KlingO3Text2VideoRequest O() => _base with { AdditionalParameters = new JsonObject { ["prompts"] = "x" } }; // KLING115
    public Kling3ProImage2VideoRequest P() => new() { Prompt = Prompts[0], StartImageUrl = image }; // KLING112
    public Kling3ProImage2VideoRequest Q() => new() { Prompt = "The @Element1" + " and the @Element2", StartImageUrl = image, Elements = [new() { FrontalImageUrl = image }] }; // KLING112
    public Kling3ProImage2VideoRequest R() => new() { Prompt = string.Format("@Element2 at {0}", 5), StartImageUrl = image, Elements = [new() { FrontalImageUrl = image }] }; // KLING112
    public Kling3ProImage2VideoRequest S() => new Kling3ProImage2VideoRequest { Prompt = "@Element1", StartImageUrl = image } with { Elements = [] }; // KLING112
    public Kling3ProImage2VideoRequest T() => new() { Prompt = "@Element1", StartImageUrl = image, Elements = null }; // KLING112
    public AcmeAvatarRequest V() => new() { Script = "A long enough text", PortraitUrl = image, AudioLanguage = "english" }; // KLING105
    public AcmeAvatarRequest W() => AcmeAvatarRequest.CreateBuilder("A long enough text", image).AddTag("x").Build(); // KLING104
    public PosterMakerRequest X() => PosterMakerRequest.CreateBuilder("x").AddPalette("#000000").Build(); // KLING109
    public PosterMakerRequest Y() => PosterMakerRequest.CreateBuilder("x").WithPalette(["#000000", "#111111"]).AddPalette("#000000").Build(); // KLING111
    public KlingJob Z(KlingOutcome o) => client.GetJob(o.Job!.RequestId); // KLING210
    public IEnumerable<KlingJob> Aa(IEnumerable<KlingJob> jobs) => jobs.Select(j => client.GetJob(j.RequestId)); // KLING210
    public async Task<KlingJob> Ab(string path) => client.GetJob(JsonSerializer.Deserialize<Saved>(await File.ReadAllTextAsync(path))!.Id);
    public Task<KlingJob> Ac() => client.SubmitAsync("kling-o3-text-2-video", default); // KLING208
    public Task<KlingJob> Ad() => client.SubmitAsync("Kling-O3-Text2Video", default); // KLING208
    public Task<KlingJob> Ae(bool b) => client.SubmitAsync(b ? "kling-o3-text2video" : "kling-o3-txt2video", default); // KLING208
    public Task<KlingJob> Af() => client.SubmitAsync(nameof(KlingO3Text2VideoRequest), default); // KLING208
    private sealed record Saved(string Id);
}
