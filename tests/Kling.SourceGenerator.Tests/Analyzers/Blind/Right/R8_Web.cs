using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Blind.Right.Web;

internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/videos", async (KlingClient client, JobTable table, [FromBody] KlingO3Text2VideoRequest request) =>
        {
            KlingJob job = await client.SubmitAsync(request); // RIGHT 236
            table.Keep(job);
            return Results.Accepted($"/jobs/{job.RequestId}");
        });

        app.MapGet("/jobs/{id}", async (string id, KlingClient client, JobTable table) =>
            table.Find(id) is { } token ? Results.Ok(await client.GetJob(token).GetStatusAsync()) : Results.NotFound()); // RIGHT 237

        app.MapPost("/avatars", (KlingClient client, Uri portrait, string script, int width) => client
            .RunAsync(new AcmeAvatarRequest { Script = script, PortraitUrl = portrait, Width = width, Height = 1080 })); // RIGHT 238

        app.MapGet("/results/{token}", async (string token, KlingClient client) => (await client.GetJob(token).GetResultAsync()).Output); // RIGHT 239
    }
}

internal sealed class JobTable
{
    private readonly ConcurrentDictionary<string, string> _tokens = new();

    public string? Find(string id) => _tokens.GetValueOrDefault(id);

    public void Keep(KlingJob job) => _tokens[job.RequestId] = job.ToToken();
}

[ApiController]
[Route("posters")]
public sealed class PostersController(KlingClient client) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Create(string headline, CancellationToken stop)
    {
        KlingResult result = await client.RunAsync(new PosterMakerRequest { Headline = headline }, cancellationToken: stop); // RIGHT 240
        return Ok(result.Images.Select(image => image.Url));
    }

    [HttpPost("draft")]
    public async Task<ActionResult<string>> Draft([FromBody] PosterMakerRequest poster) =>
        (await client.SubmitAsync(poster with { Dpi = 50 })).ToToken(); // RIGHT 241
}

internal sealed class NightShift(KlingClient client, IEnumerable<IKlingRequest> requests) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            int number = 0;
            foreach (IKlingRequest request in requests)
            {
                KlingResult result = await client.RunAsync(request, cancellationToken: stoppingToken); // RIGHT 242
                await (result.Video?.SaveAsync($"{++number}.mp4", stoppingToken) ?? Task.CompletedTask);
            }
        }
    }
}

internal static class Services
{
    public static IServiceCollection AddStudio(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKling(options => options.ApiKey = configuration["Segmind:Key"]); // RIGHT 243
        services.AddKling("batch", options => options.JobTimeout = TimeSpan.FromHours(1)); // RIGHT 244
        return services;
    }

    public static IConfiguration Memory(string key) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:JobTimeout"] = "00:30:00",
            ["Kling:ApiKey"] = key, // RIGHT 245
        })
        .Build();

    public static void AddOther(IServiceCollection services) =>
        services.AddHttpClient("thumbnails").ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10)); // RIGHT 246

    public static void AddSingleton(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new KlingClient(new KlingClientOptions { ApiKey = configuration["Segmind:Key"] })); // RIGHT 247
    }
}
