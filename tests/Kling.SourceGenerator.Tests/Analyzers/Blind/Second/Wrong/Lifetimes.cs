using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlindWrong.Lifetimes;

public static class RenderEndpoints
{
    public static void MapRender(this IEndpointRouteBuilder app)
    {
        app.MapPost("/render", async (KlingO3Text2VideoRequest request) =>
        {
            using var client = new KlingClient(); // WRONG 58: client per request (minimal API)
            KlingJob job = await client.SubmitAsync(request);
            return Results.Ok(job.ToToken());
        });
    }
}

[ApiController]
[Route("api/render")]
public sealed class RenderController : ControllerBase
{
    [HttpPost]
    public async Task<ActionResult<string>> PostAsync(KlingO3Text2VideoRequest request)
    {
        using KlingClient client = new(new KlingClientOptions { JobTimeout = TimeSpan.FromMinutes(10) }); // WRONG 59: client per request (controller)
        KlingJob job = await client.SubmitAsync(request);
        return job.ToToken();
    }
}

public static class Batch
{
    public static async Task<List<string>> TokensAsync(IEnumerable<string> prompts)
    {
        var tokens = new List<string>();
        foreach (string prompt in prompts)
        {
            using var client = new KlingClient(); // WRONG 60: client in a loop
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            tokens.Add(job.ToToken());
        }

        return tokens;
    }

    public static Task<KlingJob[]> AllAsync(IEnumerable<IKlingRequest> requests) =>
        Task.WhenAll(requests.Select(request => new KlingClient().SubmitAsync(request))); // WRONG 61: client in a LINQ lambda

    public static async Task PollAsync(string token, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var client = new KlingClient(); // WRONG 62: client in a while loop
            KlingProgress progress = await client.GetJob(token).GetStatusAsync(stop);
            Console.WriteLine(progress.Status);
            client.Dispose();
        }
    }

    public static Task<KlingJob> Escaping(IKlingRequest request)
    {
        using var client = new KlingClient();
        return client.SubmitAsync(request); // WRONG 63: client disposed before the submit ends
    }

    public static async Task<KlingResult> TooLateAsync(IKlingRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return await job.WaitForCompletionAsync(); // WRONG 64: client disposed before the wait
    }

    public static async Task<KlingResult> DisposedAsync(IKlingRequest request)
    {
        var client = new KlingClient();
        KlingJob job = await client.SubmitAsync(request);
        client.Dispose();
        return await job.WaitForCompletionAsync(TimeSpan.FromMinutes(10)); // WRONG 65: client disposed before the wait (Dispose call)
    }

    public static KlingRun LazyRun(IEnumerable<IKlingRequest> requests)
    {
        using var client = new KlingClient();
        return client.RunManyAsync(requests); // WRONG 66: client disposed before the run is enumerated
    }

    public static KlingClient Hasty()
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) }; // WRONG 67: HttpClient.Timeout below SubmitTimeout
        return new KlingClient(http);
    }

    public static IHttpClientBuilder AddHasty(IServiceCollection services) =>
        services.AddKling().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(20)); // WRONG 68: HttpClient.Timeout below SubmitTimeout (DI)

    public static void AddScopedClient(IServiceCollection services)
    {
        services.AddTransient(_ => new KlingClient()); // WRONG 69: client registered as transient
    }
}
