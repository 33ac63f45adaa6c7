using System.Text.Json;
using Kling;
using Kling.Models;

// Submits, resumes from the token, polls, fetches and saves.
(string address, string key, string file) = (args[0], args[1], args[2]);
using var client = new KlingClient(key, new KlingClientOptions { BaseAddress = new Uri(address), Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50)) });
var json = new JsonSerializerOptions { TypeInfoResolver = KlingModels.JsonTypeInfoResolver };
var request = (KlingO3Text2VideoRequest)JsonSerializer.Deserialize(
    """{"prompt":"An eagle.","duration":"10","newer":{"than":["the schema"]}}""", json.GetTypeInfo(typeof(KlingO3Text2VideoRequest)))!;

KlingJob submitted = await client.SubmitAsync(request);
KlingJob job = client.GetJob(submitted.ToToken());
KlingResult result = await job.WaitForCompletionAsync();
await result.Video!.SaveAsync(file);
Console.WriteLine($"{job.Id} {result.Status} {request.Duration}");
