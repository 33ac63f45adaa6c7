using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Fine;

public sealed class FactAttribute : Attribute;

public static class Assert
{
    public static void Equal<T>(T a, T b) { if (!Equals(a, b)) { throw new InvalidOperationException(); } }
    public static void True(bool b) => Equal(true, b);
    public static async Task<T> ThrowsAsync<T>(Func<Task> act) where T : Exception
    {
        try { await act(); } catch (T e) { return e; }
        throw new InvalidOperationException("nothing thrown");
    }
    public static T NotNull<T>(T? t) where T : class => t ?? throw new InvalidOperationException();
    public static void Empty<T>(IEnumerable<T> e) => Equal(0, e.Count());
    public static void NotEmpty<T>(IEnumerable<T> e) => True(e.Any());
}

public sealed class RequestTests
{
    private const string Key = "SG_94c0e6d1f2a97b35";
    private static readonly Uri Loopback = new("http://localhost:5000/");
    private static readonly Kling3ProImage2VideoRequest Incomplete = new() { Prompt = "@Element1", StartImageUrl = new("https://a.example/a.png") };

    [Fact]
    public void Missing_elements_are_violations() => Assert.NotEmpty(Incomplete.Validate());

    [Fact]
    public void Marker() => Assert.NotEmpty(TestData.MissingVoice.Validate());

    [Fact]
    public async Task Refused()
    {
        using var client = new KlingClient(Key, new KlingClientOptions { BaseAddress = Loopback });
        await Assert.ThrowsAsync<KlingValidationException>(() => client.SubmitAsync(Incomplete));
        await Assert.ThrowsAsync<KlingApiException>(async () => await client.RunAsync(Incomplete));
    }

    [Fact]
    public async Task Submits()
    {
        using var client = new KlingClient(new HttpClient(new Handler()), new KlingClientOptions { ApiKey = Key });
        await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "x" });
        Assert.Equal(1, Handler.Calls);
    }

    [Fact]
    public void Sync() => Assert.True(new KlingClient(Key).Files is not null);

    private sealed class Handler : HttpMessageHandler
    {
        public static int Calls;
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
        }
    }
}

public static class TestData
{
    public static readonly Uri Image = new("https://a.example/a.png");
    public static Kling3ProImage2VideoRequest MissingVoice => new() { Prompt = "<<<voice_1>>>", StartImageUrl = Image };
}

public sealed class FakeClient : KlingClient
{
    public List<IKlingRequest> Sent { get; } = [];
    public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default)
    {
        Sent.Add(request);
        return Task.FromResult(KlingFactory.Job(KlingFactory.Result("r", request.Model.Slug)));
    }
}
