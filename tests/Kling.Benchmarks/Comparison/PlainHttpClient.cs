using System.Net.Http.Json;
using System.Text.Json;

namespace Kling.Benchmarks.Comparison;

/// <summary>A video with <see cref="HttpClient"/> and nothing else, in few lines. The pause is that of the samples on the models' pages.</summary>
internal static class PlainHttpClient
{
    public static async Task SaveAsync(HttpClient api, HttpClient files, TimeProvider time, string path)
    {
        using HttpResponseMessage response = await api.PostAsJsonAsync("v2/kling-o3-text2video", new { prompt = "An eagle.", duration = "10" });
        JsonElement job = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        string? status = null;
        while (status != "COMPLETED")
        {
            await Task.Delay(TimeSpan.FromSeconds(2), time);
            JsonElement poll = await api.GetFromJsonAsync<JsonElement>(job.GetProperty("status_url").GetString());
            status = poll.GetProperty("status").GetString();
        }

        JsonElement result = await api.GetFromJsonAsync<JsonElement>(job.GetProperty("response_url").GetString());
        byte[] video = await files.GetByteArrayAsync(result.GetProperty("video").GetProperty("url").GetString());
        await File.WriteAllBytesAsync(path, video);
    }
}
