using Kling;
using Kling.Models;

[assembly: CLSCompliant(true)]

namespace Strict;

/// <summary>Code that every rule of the SDK has seen.</summary>
public sealed class Videos(KlingClient client)
{
    /// <summary>Makes a video.</summary>
    /// <param name="prompt">What it shows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it is.</returns>
    public async Task<Uri?> MakeAsync(string prompt, CancellationToken cancellationToken)
    {
        KlingO3Text2VideoRequest request = new() { Prompt = prompt, Duration = KlingO3Text2VideoDuration.Seconds10 };
        KlingJob job = await client.SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return result.Video?.Url;
    }
}
