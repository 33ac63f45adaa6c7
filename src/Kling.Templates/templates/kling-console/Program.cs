using Kling;
using Kling.Emulator;
using Kling.Models;

// A job at Segmind is billed. Without --live, the emulator runs it: that costs nothing, and each video is the same test clip.
bool isLive = args.Contains("--live");
string prompt = string.Join(' ', args.Where(static argument => argument != "--live"));

if (isLive && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("SEGMIND_API_KEY")))
{
    Console.Error.WriteLine("There is no API key. Create one in your account at https://www.segmind.com and set the environment variable SEGMIND_API_KEY, or run without --live.");
    Environment.ExitCode = 1;
    return;
}

var request = new KlingO3Text2VideoRequest
{
    Prompt = prompt.Length > 0 ? prompt : "A paper boat drifts down a rainy street.",
    Duration = KlingO3Text2VideoDuration.Seconds5,
};
KlingCost cost = request.EstimateCost();
Console.WriteLine($"{request}\nExpected cost: {cost.Lowest} to {cost.Highest} USD{(isLive ? "" : " (not billed)")}");

using SegmindEmulator? emulator = isLive ? null : new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 50 });
using KlingClient client = emulator?.CreateClient() ?? new KlingClient();   // the API key is in SEGMIND_API_KEY

KlingJob job = await client.SubmitAsync(request);
Console.WriteLine(isLive ? $"Submitted. From any process, client.GetJob(token) continues with the job:\n{job.ToToken()}" : "Submitted.");

await foreach (KlingProgress progress in job.WatchAsync())
{
    Console.WriteLine(progress.Status);
}

KlingResult result = await job.WaitForCompletionAsync();
await result.Video!.SaveAsync("video.mp4");
Console.WriteLine("Saved video.mp4");
