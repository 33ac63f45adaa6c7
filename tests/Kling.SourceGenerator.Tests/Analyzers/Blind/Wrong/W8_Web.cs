using System;
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

namespace Blind.Wrong.Web;

internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/videos", async ([FromBody] KlingO3Text2VideoRequest request) =>
        {
            using var client = new KlingClient(); // WRONG 207: client per request
            KlingJob job = await client.SubmitAsync(request);
            return Results.Accepted(value: job.ToToken());
        });

        app.MapPost("/quick", (KlingClient client, [FromBody] KlingO3Text2VideoRequest request) =>
        {
            client.SubmitAsync(request); // WRONG 208: dropped submit task
            return Results.Accepted();
        });

        app.MapGet("/jobs/{id}", async (string id, KlingClient client, JobTable table) =>
        {
            KlingJob? known = table.Find(id);
            KlingJob job = known is null ? throw new KeyNotFoundException(id) : client.GetJob(known.RequestId); // WRONG 209: id for token
            return Results.Ok(await job.GetStatusAsync());
        });

        app.MapPost("/avatars", (KlingClient client, Uri portrait, string script, CancellationToken stop) => client
            .RunAsync(new AcmeAvatarRequest { Script = script, PortraitUrl = portrait, Width = 720, Height = 1084 }, cancellationToken: stop)); // WRONG 210: not a multiple

        app.MapDelete("/jobs", (KlingClient client, [FromBody] KlingO1ImageToVideoRequest request) => client.RunAsync(request).Result.Output); // WRONG 211: synchronous task wait
    }
}

internal sealed class JobTable
{
    private readonly Dictionary<string, KlingJob> _jobs = [];

    public KlingJob? Find(string id) => _jobs.GetValueOrDefault(id);

    public void Keep(KlingJob job) => _jobs[job.RequestId] = job;
}

[ApiController]
[Route("posters")]
public sealed class PostersController : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Create(string headline, CancellationToken stop)
    {
        var client = new KlingClient(new KlingClientOptions { RetrySubmitOnRateLimit = false }); // WRONG 212: client per request
        KlingResult result = await client.RunAsync(new PosterMakerRequest { Headline = headline }, cancellationToken: stop);
        return Ok(result.Images.Select(image => image.Url));
    }

    [HttpPost("draft")]
    public async Task<IActionResult> Draft([FromServices] KlingClient client, [FromBody] PosterMakerRequest poster)
    {
        await client.SubmitAsync(poster with { Dpi = 50 }); // WRONG 213: dropped submitted job
        return Accepted();
    }
}

internal sealed class NightShift(KlingClient client, IEnumerable<IKlingRequest> requests) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (IKlingRequest request in requests)
            {
                KlingResult result = await client.RunAsync(request, cancellationToken: stoppingToken); // WRONG 214: result not saved
            }
        }
    }
}

internal static class Services
{
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddKling(options => options.ApiKey = "SG_1b2f70ad9e46c385"); // WRONG 215: key in code
        return services;
    }

    public static IServiceCollection AddBatch(this IServiceCollection services)
    {
        services.AddKling("batch", options => options.JobTimeout = TimeSpan.FromMinutes(75)); // WRONG 216: option outside range
        return services;
    }

    public static IConfiguration Memory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:JobTimeout"] = "00:30:00",
            ["Kling:ApiKey"] = "SG_8c5de1f0a3927b64", // WRONG 217: key in code
        })
        .Build();

    public static void AddShort(IServiceCollection services) =>
        services.AddKling().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10)); // WRONG 218: http timeout short

    public static void AddTransient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddTransient(_ => new KlingClient(new KlingClientOptions { ApiKey = configuration["Segmind:Key"] })); // WRONG 219: client per request
    }
}
