using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Right.Tests;

internal static class Check
{
    public static async Task<T> ThrowsAsync<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    public static T Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"{expected} is not {actual}.");
        }
    }
}

public sealed class GatewayTests(KlingClient client, KlingO3Text2VideoRequest request)
{
    public async Task A_cancelled_submit_throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        await Check.ThrowsAsync<OperationCanceledException>(async () => await client.SubmitAsync(request, stop.Token)); // RIGHT 190
    }

    public async Task A_long_scale_is_refused(double scale) =>
        await Check.ThrowsAsync<KlingValidationException>(() => client.SubmitAsync(request with { CfgScale = scale })); // RIGHT 191

    public async Task A_run_without_credits_fails()
    {
        Func<Task> act = async () => await client.RunAsync(request); // RIGHT 192
        KlingApiException thrown = await Check.ThrowsAsync<KlingApiException>(act);
        Check.Equal(KlingErrorKind.InsufficientCredits, thrown.Kind);
    }

    public async Task An_outage_is_reported()
    {
        try
        {
            await client.SubmitAsync(request); // RIGHT 193
            throw new InvalidOperationException("The emulator accepted the request.");
        }
        catch (KlingApiException failure)
        {
            Check.Equal(KlingErrorKind.ServerError, failure.Kind);
        }
    }

    public async Task A_bad_token_is_refused(string token) =>
        await Check.ThrowsAsync<ArgumentException>(() => client.GetJob(token).WaitForCompletionAsync()); // RIGHT 194

    public void A_required_parameter_stays(string name) =>
        Check.Throws<ArgumentException>(() => request.Unset(name)); // RIGHT 195

    public void A_run_checks_its_options(int inFlight) =>
        Check.Throws<ArgumentOutOfRangeException>(() => client.RunManyAsync([request], new KlingRunOptions { MaxInFlight = inFlight })); // RIGHT 196

    public async Task A_timeout_of_zero_throws_at_once(KlingJob job) =>
        await Check.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.Zero)); // RIGHT 197

    public async Task Failures_are_counted()
    {
        Exception? failure = null;
        try
        {
            _ = await client.RunAsync(request); // RIGHT 198
        }
        catch (KlingJobFailedException failed)
        {
            failure = failed;
        }

        Check.Equal(true, failure is not null);
    }

    public async Task A_factory_job_ends()
    {
        KlingMedia clip = KlingFactory.Media(new Uri("https://example.com/clip.mp4"), new byte[] { 1, 2 });
        KlingJob job = KlingFactory.Job(KlingFactory.Result("job-1", "kling-o3-text2video", [clip])); // RIGHT 199
        KlingResult result = await job.WaitForCompletionAsync();
        Check.Equal("job-1", result.RequestId);
    }

    public void Defaults_are_read()
    {
        var empty = new KlingO3Text2VideoRequest { Prompt = "An eagle." };
        Check.Equal(false, empty.IsSet("duration")); // RIGHT 200
        Check.Equal(KlingO3Text2VideoDuration.Seconds5, empty.Duration);
        Check.Equal(0, empty.Validate().Count);
    }
}
