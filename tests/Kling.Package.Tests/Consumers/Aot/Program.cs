using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aot.Models;
using Kling;
using Kling.Models;

var options = new JsonSerializerOptions
{
    // Of the shipped models only the one that is used: the others must not be in the program.
    TypeInfoResolver = JsonTypeInfoResolver.Combine(Aot.Models.KlingModels.JsonTypeInfoResolver, new KlingJsonTypeInfoResolver([KlingO3Text2VideoRequest.Model])),
};
var typeInfo = (JsonTypeInfo<NativeClipRequest>)options.GetTypeInfo(typeof(NativeClipRequest));
NativeClipRequest request = JsonSerializer.Deserialize("""{"prompt":"A clip.","seconds":7}""", typeInfo)!;
Console.WriteLine(JsonSerializer.Serialize(request, typeInfo));
foreach (KlingViolation violation in (request with { Seconds = int.Parse(args[0]) }).Validate())
{
    Console.WriteLine(violation);
}

KlingO3Text2VideoRequest shipped = KlingO3Text2VideoRequest.CreateBuilder(prompt: "An eagle.").WithDuration(KlingO3Text2VideoDuration.Seconds10).Build();
Console.WriteLine(shipped);

// Submits, resumes from the token, polls, fetches and saves.
(string address, string key, string file) = (args[1], args[2], args[3]);
using var client = new KlingClient(key, new KlingClientOptions { BaseAddress = new Uri(address), Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50)) });
var sent = (KlingO3Text2VideoRequest)JsonSerializer.Deserialize(
    """{"prompt":"An eagle.","duration":"10","newer":{"than":["the schema"]}}""", options.GetTypeInfo(typeof(KlingO3Text2VideoRequest)))!;
KlingJob submitted = await client.SubmitAsync(sent);
KlingJob job = client.GetJob(submitted.ToToken());
KlingResult result = await job.WaitForCompletionAsync();
await result.Video!.SaveAsync(file);
Console.WriteLine($"{job.RequestId} {result.Status} {sent.Duration}");
