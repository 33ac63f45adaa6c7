using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

string prompt = args.Length > 0 ? args[0] : "";
using var client = new KlingClient(new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(1.5) }); // RIGHT 248

var scenes = new List<KlingO3Text2VideoRequest>();
foreach ((string time, double guidance) in new[] { ("dawn", 0.0), ("noon", 1.0) })
{
    scenes.Add(new KlingO3Text2VideoRequest { Prompt = $"{prompt} At {time}.", CfgScale = guidance }); // RIGHT 249
}

KlingRun run = client.RunManyAsync(scenes, new KlingRunOptions { SpendLimit = 20 });
await foreach (KlingOutcome outcome in run)
{
    if (outcome.Result?.Video is { } video)
    {
        await video.SaveAsync($"scene-{outcome.Index}.mp4"); // RIGHT 250
    }
}

int seconds = 3;
if (args.Length > 1)
{
    seconds += int.Parse(args[1]);
}

KlingJob trailer = await client.SubmitAsync(new KlingO3Text2VideoRequest
{
    Prompt = prompt,
    Duration = (KlingO3Text2VideoDuration)seconds, // RIGHT 251
});
await File.WriteAllTextAsync("trailer.json", trailer.ToToken());

PosterMakerRequest poster = Poster("The Eagle", 100);
KlingResult printed = await client.RunAsync(poster);
await printed.Outputs[0].SaveAsync("poster.png");
Console.WriteLine(poster.IsSet("dpi") ? "sharp" : "as the server likes"); // RIGHT 252

Console.WriteLine(await Later(client, JsonSerializer.SerializeToElement(new { prompt })));

static PosterMakerRequest Poster(string headline, int dpi)
{
    var builder = PosterMakerRequest.CreateBuilder(headline).WithStyle(PosterMakerStyle.Photo);
    builder.WithDpi(dpi * 2); // RIGHT 253
    return builder.Build();
}

static async Task<string> Later(KlingClient client, JsonElement body)
{
    Task<KlingJob> Submit() => client.SubmitAsync("kling-o3-text2video", body);

    return (await Submit()).RequestId; // RIGHT 254
}
