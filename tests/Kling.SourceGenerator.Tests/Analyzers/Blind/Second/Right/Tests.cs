using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindRight.Tests;

public static class Assert
{
    public static async Task<T> ThrowsAsync<T>(Func<Task> act)
        where T : Exception
    {
        try
        {
            await act();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    public static T Throws<T>(Action act)
        where T : Exception
    {
        try
        {
            act();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    public static void True(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("False.");
        }
    }
}

public sealed class StubClient(KlingJob job) : KlingClient
{
    public int Submits { get; private set; }

    public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default) // RIGHT 185
    {
        Submits++;
        return Task.FromResult(job);
    }

    public override KlingJob GetJob(string token) => job; // RIGHT 186
}

public sealed class FailingClient : KlingClient
{
    public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default) =>
        throw new KlingApiException("No credits.", KlingErrorKind.InsufficientCredits); // RIGHT 187
}

public sealed class RenderTests
{
    private static readonly KlingO3Text2VideoRequest Eagle = new() { Prompt = "An eagle." };

    public async Task RefusedAsync()
    {
        using KlingClient client = new FailingClient();
        KlingApiException e = await Assert.ThrowsAsync<KlingApiException>(async () => await client.SubmitAsync(Eagle)); // RIGHT 188
        Assert.True(e.Kind is KlingErrorKind.InsufficientCredits);
    }

    public async Task RefusedShortAsync()
    {
        using KlingClient client = new FailingClient();
        await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(Eagle)); // RIGHT 189
    }

    public async Task ActAsync()
    {
        using KlingClient client = new FailingClient();
        Func<Task> act = async () => await client.SubmitAsync(Eagle); // RIGHT 190
        await Assert.ThrowsAsync<KlingApiException>(act);
    }

    public async Task ActRunAsync()
    {
        using KlingClient client = new FailingClient();
        Func<Task> act = () => client.RunAsync(Eagle); // RIGHT 191
        await Assert.ThrowsAsync<KlingApiException>(act);
    }

    public async Task TryCatchAsync()
    {
        using KlingClient client = new FailingClient();
        try
        {
            await client.SubmitAsync(Eagle); // RIGHT 192
        }
        catch (KlingApiException e)
        {
            Assert.True(e.Kind is KlingErrorKind.InsufficientCredits);
            return;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    public async Task LocalFunctionAsync()
    {
        using KlingClient client = new FailingClient();
        await Assert.ThrowsAsync<KlingApiException>(Act);

        async Task Act() => await client.RunAsync(Eagle); // RIGHT 193
    }

    public async Task StubbedAsync()
    {
        KlingMedia video = KlingFactory.Media(new Uri("https://cdn.acme-studio.com/eagle.mp4"), new byte[] { 1, 2, 3 });
        KlingJob job = KlingFactory.Job(KlingFactory.Result("job-1", "kling-o3-text2video", [video])); // RIGHT 194
        using KlingClient client = new StubClient(job);
        KlingResult result = await client.RunAsync(Eagle); // RIGHT 195
        Assert.True(result.Video!.FileSize == 3);
    }

    public async Task CountedAsync()
    {
        using var client = new StubClient(KlingFactory.Job(KlingFactory.Result("job-2", "kling-o3-text2video")));
        KlingJob first = await client.SubmitAsync(Eagle);
        KlingJob second = await client.SubmitAsync(Eagle);
        Assert.True(ReferenceEquals(first, second) && client.Submits == 2); // RIGHT 196
    }

    public void TooMuch(double outside)
    {
        KlingValidationException e = Assert.Throws<KlingValidationException>(() => KlingO3Text2VideoRequest.CreateBuilder("An eagle.").WithCfgScale(outside).Build()); // RIGHT 197
        Assert.True(e.Violations.Count == 1);
    }

    public void NoKey() => Assert.Throws<ArgumentException>(() => new KlingClient("").Dispose()); // RIGHT 198

    public async Task AllFailAsync(IEnumerable<IKlingRequest> requests)
    {
        using KlingClient client = new FailingClient();
        foreach (IKlingRequest request in requests)
        {
            await Assert.ThrowsAsync<KlingApiException>(async () => await client.SubmitAsync(request).ConfigureAwait(false)); // RIGHT 199
        }
    }

    public async Task RecordedAsync()
    {
        Task<Exception?> Record(Func<Task> act) => act().ContinueWith(task => task.Exception?.InnerException);
        using KlingClient client = new FailingClient();
        Exception? thrown = await Record(async () => await client.SubmitAsync(Eagle)); // RIGHT 200
        Assert.True(thrown is KlingApiException);
    }
}
