using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Right.Flows;

/// <summary>Jobs that are kept, returned, or waited for later.</summary>
public sealed class RenderService(KlingClient client, ChannelWriter<KlingJob> submitted)
{
    private readonly ConcurrentDictionary<string, Task<KlingResult>> _running = new();
    private readonly List<Task<KlingJob>> _pending = [];
    private Task<KlingJob>? _last;

    public Task<KlingJob> Pass(IKlingRequest request) => client.SubmitAsync(request); // RIGHT 86

    public void Remember(IKlingRequest request) => _pending.Add(client.SubmitAsync(request)); // RIGHT 87

    public void Start(IKlingRequest request) => _last = client.SubmitAsync(request); // RIGHT 88

    public async Task<string?> FinishAsync() => _last is null ? null : (await _last).ToToken();

    public async Task<string[]> DrainAsync() => (await Task.WhenAll(_pending)).Select(job => job.ToToken()).ToArray();

    public async Task PublishAsync(IKlingRequest request, CancellationToken token) =>
        await submitted.WriteAsync(await client.SubmitAsync(request, token), token); // RIGHT 89

    public Task<KlingResult> Shared(string key, IKlingRequest request) => _running.GetOrAdd(key, _ => client.RunAsync(request)); // RIGHT 90

    public async Task<(string Left, string Right)> PairAsync(IKlingRequest left, IKlingRequest right)
    {
        Task<KlingJob> first = client.SubmitAsync(left); // RIGHT 91
        Task<KlingJob> second = client.SubmitAsync(right); // RIGHT 92
        await Task.WhenAll(first, second);
        return (first.Result.ToToken(), second.Result.ToToken()); // RIGHT 93
    }

    public async Task<Uri?> RaceAsync(IKlingRequest request, CancellationToken token)
    {
        Task<KlingResult> run = client.RunAsync(request, cancellationToken: token); // RIGHT 94
        Task winner = await Task.WhenAny(run, Task.Delay(TimeSpan.FromMinutes(2), token));
        if (winner != run)
        {
            Console.WriteLine("still rendering");
        }

        return (await run).Video?.Url;
    }

    public async Task<List<string>> TokensAsync(IEnumerable<IKlingRequest> requests)
    {
        KlingJob[] jobs = await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // RIGHT 95
        return jobs.Select(job => job.ToToken()).ToList();
    }

    public async Task<int> RunAllAsync(IReadOnlyList<IKlingRequest> requests)
    {
        KlingRun run = client.RunManyAsync(requests); // RIGHT 96
        int failed = 0;
        await foreach (KlingOutcome outcome in run)
        {
            failed += outcome.Error is null ? 0 : 1;
        }

        return failed + run.Unconfirmed.Count; // RIGHT 97
    }

    public IAsyncEnumerable<KlingOutcome> Lazy(IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests); // RIGHT 98

    public async Task<KlingResult> WatchAsync(KlingJob job)
    {
        await foreach (KlingProgress change in job.WatchAsync()) // RIGHT 99
        {
            Console.WriteLine(change);
        }

        return await job.GetResultAsync();
    }

    public async Task<bool> IsRefusedAsync(IKlingRequest request)
    {
        try
        {
            KlingJob job = await client.SubmitAsync(request);
            Console.WriteLine(job.RequestId);
            return false;
        }
        catch (KlingValidationException e)
        {
            return e.Violations.Count > 0; // RIGHT 100
        }
    }

    public async Task<KlingJob?> ResolvedAsync(IKlingRequest request)
    {
        try
        {
            return await client.SubmitAsync(request);
        }
        catch (KlingSubmitUnconfirmedException e)
        {
            return (await client.ResolveAsync(e)).Job; // RIGHT 101
        }
        catch (KlingCallbackException e)
        {
            return e.Job; // RIGHT 102
        }
    }

    public async Task<KlingResult> PatientAsync(KlingJob job)
    {
        try
        {
            return await job.WaitForCompletionAsync(TimeSpan.FromMinutes(5));
        }
        catch (KlingTimeoutException)
        {
            return await job.WaitForCompletionAsync(Timeout.InfiniteTimeSpan); // RIGHT 103
        }
    }

    public KlingO3Text2VideoRequest Mutated(bool square)
    {
        KlingO3Text2VideoRequestBuilder builder = KlingO3Text2VideoRequest.CreateBuilder("A dune.");
        if (square)
        {
            builder.WithAspectRatio(KlingO3Text2VideoAspectRatio.Square1x1); // RIGHT 104
        }

        return builder.Build();
    }
}

/// <summary>Tests that expect exceptions.</summary>
public sealed class RefusalTests(KlingClient client)
{
    public Task RefusesAsync() =>
        Check.ThrowsAsync<KlingValidationException>(async () => await client.SubmitAsync(Read("""{"prompt":1}"""))); // RIGHT 105

    public async Task RefusesByDelegateAsync(IKlingRequest request)
    {
        Func<Task> act = async () => await client.SubmitAsync(request); // RIGHT 106
        await Check.ThrowsAsync<KlingApiException>(act);
    }

    private static IKlingRequest Read(string json) =>
        KlingO3Text2VideoRequest.TryParse(System.Text.Json.JsonDocument.Parse(json).RootElement, out KlingO3Text2VideoRequest? request, out IReadOnlyList<KlingViolation> violations)
            ? request
            : throw new KlingValidationException(KlingO3Text2VideoRequest.Model.Slug, violations);

    private static class Check
    {
        public static async Task ThrowsAsync<TException>(Func<Task> act)
            where TException : Exception
        {
            try
            {
                await act();
            }
            catch (TException)
            {
                return;
            }

            throw new InvalidOperationException("No exception was thrown.");
        }
    }
}

/// <summary>Clients that live as long as their work.</summary>
public static class Lifetimes
{
    private static readonly KlingClient Shared = new(Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? throw new InvalidOperationException("No key.")); // RIGHT 107

    public static async Task<int> Main(string[] args)
    {
        using var client = new KlingClient(); // RIGHT 108
        KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = string.Join(' ', args) });
        await result.Video!.SaveAsync("out.mp4");
        return 0;
    }

    public static void Map(WebApplication app) => app.MapPost("/clips", async ([FromBody] KlingO3Text2VideoRequest request, [FromServices] KlingClient client) =>
    {
        KlingJob job = await client.SubmitAsync(request); // RIGHT 109
        return Results.Accepted(value: job.ToToken());
    });

    public static void Register(IServiceCollection services) => services.AddSingleton(_ => new KlingClient()); // RIGHT 110

    public static Task<KlingResult> Run(IKlingRequest request) => Shared.RunAsync(request); // RIGHT 111
}
