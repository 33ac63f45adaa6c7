using Kling.Models;

namespace Kling.Benchmarks.Comparison;

/// <summary>The same with Kling.Generated: a response that was lost is looked up in the account's history.</summary>
internal static class WithKlingClient
{
    public static async Task SaveAsync(KlingClient client, string path)
    {
        var request = new KlingO3Text2VideoRequest { Prompt = "An eagle.", Duration = KlingO3Text2VideoDuration.Seconds10 };
        KlingJob job;
        try
        {
            job = await client.SubmitAsync(request);
        }
        catch (KlingSubmitUnconfirmedException e)
        {
            job = (await client.ResolveAsync(e)).Job ?? throw new InvalidOperationException("The server has no job.", e);
        }

        KlingResult result = await job.WaitForCompletionAsync();
        await result.Video!.SaveAsync(path);
    }
}
