namespace Kling;

/// <summary>Gives a submitted job to a user's callback. If the callback throws, the exception contains the job, so that it is not lost.</summary>
internal static class SubmittedCallback
{
    public static async Task CallAsync(Func<KlingJob, Task>? callback, KlingJob job)
    {
        if (callback is null)
        {
            return;
        }

        try
        {
            await callback(job).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new KlingCallbackException(job, e);
        }
    }
}
