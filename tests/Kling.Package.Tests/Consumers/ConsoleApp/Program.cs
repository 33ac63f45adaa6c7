using Kling;
using Kling.Emulator;
using Kling.Models;

using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 1000 });
using var http = new HttpClient(emulator);
using var client = new KlingClient(http, new KlingClientOptions { ApiKey = "SG_0123456789abcdef" });
Console.WriteLine($".NET {Environment.Version.Major}");
foreach (KlingModel model in KlingModels.All)
{
    Console.WriteLine(model);
}

KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = "An eagle.", Duration = KlingO3Text2VideoDuration.Seconds10 });
await result.Video!.SaveAsync(args[0]);
Console.WriteLine($"{emulator.Counters.Posts} submit");
