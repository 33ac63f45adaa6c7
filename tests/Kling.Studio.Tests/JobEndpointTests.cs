using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.Studio.Tests;

/// <summary>Jobs over HTTP, and requests as parameters of endpoints.</summary>
public sealed class JobEndpointTests
{
    private const string Slug = "kling-3-pro-text2video";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An application with durable jobs on an emulator. The studio uses the same jobs.</summary>
    private static async Task<StudioApp> StartAsync(Action<WebApplication>? map = null)
    {
        var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 2000 });
        string folder = Directory.CreateTempSubdirectory("kling-jobs-").FullName;
        return await StudioApp.StartAsync(
            services =>
            {
                // As in a native AOT application, which knows nothing by reflection.
                services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolver = KlingModels.JsonTypeInfoResolver);
                services
                    .AddKling(options =>
                    {
                        options.ApiKey = "SG_0123456789abcdef";
                        // The default polls when jobs are typically done at Segmind: after minutes.
                        options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(100));
                    })
                    .ConfigurePrimaryHttpMessageHandler(() => emulator)
                    .AddKlingJobs(jobs => jobs.UseSqlite(Path.Combine(folder, "kling.db")).SaveTo = folder);
            },
            map: application =>
            {
                application.MapKlingJobs("/videos");
                map?.Invoke(application);
            });
    }

    [Fact]
    public async Task A_job_is_accepted_watched_and_its_video_is_read()
    {
        await using StudioApp app = await StartAsync();
        using HttpResponseMessage accepted = await app.Http.PostAsJsonAsync("/videos/" + Slug, new JsonObject { ["prompt"] = "A boat." }, Token);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Uri location = accepted.Headers.Location!;
        Assert.Matches("^/videos/[0-9a-f-]{36}$", location.OriginalString);

        string events = await app.Http.GetStringAsync(new Uri(location.OriginalString + "/events", UriKind.Relative), Token);
        Assert.Contains("\"state\":\"saved\"", events, StringComparison.Ordinal);
        string again = await app.Http.GetStringAsync(new Uri(location.OriginalString + "/events", UriKind.Relative), Token);
        Assert.Equal(1, again.Split("event: job").Length - 1);
        JsonObject state = await app.GetAsync(location.OriginalString);
        Assert.Equal(("saved", true, true), ((string)state["state"]!, (bool)state["hasEnded"]!, (bool)state["hasResult"]!));
        using HttpResponseMessage file = await app.Http.GetAsync(new Uri(location.OriginalString + "/result", UriKind.Relative), Token);
        Assert.Equal("video/mp4", file.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_repeated_POST_with_the_same_key_is_one_job_and_another_request_with_it_is_refused()
    {
        await using StudioApp app = await StartAsync();
        async Task<HttpResponseMessage> PostAsync(string prompt)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/videos/" + Slug) { Content = JsonContent.Create(new JsonObject { ["prompt"] = prompt }) };
            request.Headers.Add("Idempotency-Key", "order-42");
            return await app.Http.SendAsync(request, Token);
        }

        using HttpResponseMessage first = await PostAsync("A boat.");
        using HttpResponseMessage second = await PostAsync("A boat.");
        using HttpResponseMessage other = await PostAsync("A ship.");
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Theory]
    [InlineData("/videos/kling-3-pro-text2video", """{"cfg_scale":0.5}""", HttpStatusCode.BadRequest)]
    [InlineData("/videos/kling-3-pro-text2video", "[]", HttpStatusCode.BadRequest)]
    [InlineData("/videos/kling-3-pro-text2video", "{", HttpStatusCode.BadRequest)]
    [InlineData("/videos/kling-99", "{}", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_a_request_is_refused(string path, string body, HttpStatusCode status)
    {
        await using StudioApp app = await StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await app.Http.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty((await app.GetAsync("api/jobs"))["jobs"]!.AsArray());
    }

    /// <summary>A model without a type has its price from its schema, too.</summary>
    [Fact]
    public async Task A_budget_holds_for_a_model_that_is_read_at_run_time()
    {
        KlingModel clip = KlingModel.FromSchema("clip", """{"type":"object","x-cost":{"range":[1,5]},"properties":{"prompt":{"type":"string"}}}""");
        using var emulator = new SegmindEmulator([clip], new SegmindEmulatorOptions { TimeScale = 2000 });
        using KlingClient client = emulator.CreateClient();
        await using var jobs = new KlingJobs(client, static options =>
        {
            options.UseSqlite(Path.Combine(Directory.CreateTempSubdirectory("kling-jobs-").FullName, "kling.db"));
            options.Budgets.Add(new KlingBudget(4));
        });

        KlingTicket ticket = await new WebModel(clip).EnqueueAsync(jobs, System.Text.Json.JsonElement.Parse("""{"prompt":"A boat."}"""), new KlingEnqueueOptions(), Token);
        _ = await jobs.DrainAsync(Token);

        Assert.Equal(KlingTicketState.Enqueued, (await jobs.GetAsync(ticket.Id, Token))!.State);
        Assert.Empty(emulator.Jobs);
    }

    [Fact]
    public async Task There_is_no_job_with_an_unknown_id()
    {
        await using StudioApp app = await StartAsync();
        foreach (string end in (string[])["", "/result", "/events"])
        {
            using HttpResponseMessage response = await app.Http.GetAsync(new Uri("/videos/" + Guid.Empty + end, UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_body_is_a_parameter_without_an_attribute_and_is_refused_with_its_violations()
    {
        await using StudioApp app = await StartAsync(static application =>
            application.MapPost("/clips", static (KlingBody<Kling3ProText2VideoRequest> body) => Results.Text(body.Request.Prompt)));
        async Task<(HttpStatusCode Status, string Text)> PostAsync(string body)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/clips", UriKind.Relative), content, Token);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
        }

        Assert.Equal((HttpStatusCode.OK, "A boat."), await PostAsync("""{"prompt":"A boat."}"""));
        (HttpStatusCode status, string problem) = await PostAsync("""{"prompt":"A boat.","aspect_ratio":"99:1"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["/aspect_ratio"], JsonNode.Parse(problem)!["errors"]!.AsObject().Select(static error => error.Key));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{")).Status);
    }
}
