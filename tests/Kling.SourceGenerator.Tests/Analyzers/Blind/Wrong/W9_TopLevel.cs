using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

string prompt = args.Length > 0 ? args[0] : "A golden eagle over the peaks.";
using var client = new KlingClient(new KlingClientOptions { SubmitTimeout = TimeSpan.FromHours(1.5) }); // WRONG 220: option outside range

var scenes = new List<KlingO3Text2VideoRequest>();
foreach ((string time, double guidance) in new[] { ("dawn", 0.2), ("noon", 0.9) })
{
    scenes.Add(new KlingO3Text2VideoRequest { Prompt = $"{prompt} At {time}.", CfgScale = guidance });
}

KlingRun run = client.RunManyAsync(scenes, new KlingRunOptions { SpendLimit = 20 });
await foreach (KlingOutcome outcome in run)
{
    if (outcome.Result?.Video is { } video)
    {
        video.SaveAsync($"scene-{outcome.Index}.mp4").GetAwaiter().GetResult(); // WRONG 221: synchronous task wait
    }
}

int seconds = 20;
KlingJob trailer = await client.SubmitAsync(new KlingO3Text2VideoRequest
{
    Prompt = prompt,
    Duration = (KlingO3Text2VideoDuration)seconds, // WRONG 222: undefined enum value
});
await File.WriteAllTextAsync("trailer.json", trailer.ToToken());

PosterMakerRequest poster = Poster("The Eagle");
KlingResult printed = await client.RunAsync(poster);
await printed.Outputs[0].SaveAsync("poster.png");
Console.WriteLine(poster.IsSet("Dpi") ? "sharp" : "as the server likes"); // WRONG 223: wrong wire name

await Later(client, JsonSerializer.SerializeToElement(new { prompt }));

static PosterMakerRequest Poster(string headline)
{
    var builder = PosterMakerRequest.CreateBuilder(headline).WithStyle(PosterMakerStyle.Photo);
    builder.WithDpi(175); // WRONG 224: not a multiple
    return builder.Build();
}

static async Task Later(KlingClient client, JsonElement body)
{
    Task<KlingJob> Submit() => client.SubmitAsync("kling-o3-text2video", body);

    await Submit(); // WRONG 225: dropped submitted job
}
