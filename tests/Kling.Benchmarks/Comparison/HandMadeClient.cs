using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Kling.Benchmarks.Comparison;

/// <summary>
/// What one writes by hand for one model: classes for the request and the responses, validation, a retry of failed submits, a time limit and
/// errors. Eight of the model's ten parameters are missing.
/// </summary>
internal sealed class HandMadeClient(HttpClient api, HttpClient files, TimeProvider time)
{
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public async Task SaveAsync(HandMadeRequest request, string path)
    {
        Validator.ValidateObject(request, new ValidationContext(request), validateAllProperties: true);
        HandMadeJob job = await SubmitAsync(request);
        await WaitAsync(job);
        HandMadeResult result = await GetAsync<HandMadeResult>(job.ResponseUrl);
        await using Stream source = await files.GetStreamAsync(result.Video.Url);
        await using FileStream target = File.Create(path);
        await source.CopyToAsync(target);
    }

    private async Task<HandMadeJob> SubmitAsync(HandMadeRequest request)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using HttpResponseMessage response = await api.PostAsJsonAsync("v2/kling-o3-text2video", request);
                if (response.StatusCode is not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) || attempt == Attempts)
                {
                    return await ReadAsync<HandMadeJob>(response);
                }
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
            }

            await Task.Delay(Pause * attempt, time);
        }
    }

    private async Task WaitAsync(HandMadeJob job)
    {
        DateTimeOffset deadline = time.GetUtcNow() + Longest;
        while (true)
        {
            HandMadeStatus status = await GetAsync<HandMadeStatus>(job.StatusUrl);
            if (status.Status == "COMPLETED")
            {
                return;
            }

            if (time.GetUtcNow() >= deadline)
            {
                throw new TimeoutException($"The job {job.RequestId} is still {status.Status}.");
            }

            await Task.Delay(Pause, time);
        }
    }

    private async Task<T> GetAsync<T>(Uri url)
    {
        using HttpResponseMessage response = await api.GetAsync(url);
        return await ReadAsync<T>(response);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await response.Content.ReadAsStringAsync(), null, response.StatusCode);
        }

        return (await response.Content.ReadFromJsonAsync<T>())!;
    }
}

internal sealed record HandMadeRequest(
    [property: JsonPropertyName("prompt"), Required] string Prompt,
    [property: JsonPropertyName("duration"), AllowedValues("3", "5", "10", "15")] string Duration);

internal sealed record HandMadeJob(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("status_url")] Uri StatusUrl,
    [property: JsonPropertyName("response_url")] Uri ResponseUrl);

internal sealed record HandMadeStatus([property: JsonPropertyName("status")] string Status);

internal sealed record HandMadeResult([property: JsonPropertyName("video")] HandMadeVideo Video);

internal sealed record HandMadeVideo([property: JsonPropertyName("url")] Uri Url);
