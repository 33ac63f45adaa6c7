using System.Text.Json;
using Kling;
using Kling.Emulator;
using Kling.Models;

using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 1000 });
using var http = new HttpClient(emulator);
using var client = new KlingClient(http, new KlingClientOptions
{
    ApiKey = "SG_0123456789abcdef",
    // The emulator runs faster than the clock that the client polls by.
    Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50)),
});
Console.WriteLine($".NET {Environment.Version.Major}");
foreach (KlingModel model in KlingModels.All)
{
    Console.WriteLine(model);
}

KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = "An eagle.", Duration = KlingO3Text2VideoDuration.Seconds10 });
await result.Video!.SaveAsync(args[0]);
Console.WriteLine($"{emulator.Counters.Posts} submit");

// The longest URI that System.Uri holds on .NET 8, and one character more.
foreach (int length in (int[])[65_519, 65_520])
{
    JsonElement body = JsonSerializer.SerializeToElement(new { prompt = "x", image_url = "https://example.com/".PadRight(length, 'a') });
    _ = KlingO3Image2VideoRequest.TryParse(body, out KlingO3Image2VideoRequest? request, out IReadOnlyList<KlingViolation> violations);
    int judged = new SchemaJudge(KlingO3Image2VideoRequest.Model.Schema).Judge(body).Count;
    Console.WriteLine($"{request?.ImageUrl.OriginalString.Length} {judged} {string.Concat(violations.Select(violation => violation.Message.Split("…\" ")[^1]))}".Trim());
}
