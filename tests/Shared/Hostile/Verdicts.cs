namespace Kling.Tests.Hostile;

/// <summary>Holds an outcome against what the server knows; each gives what is wrong, or null.</summary>
internal static class Verdicts
{
    private const int RefusalsThatEnd = 3;

    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(15);

    /// <param name="script">The server's side.</param>
    /// <param name="job">The job, if there is one.</param>
    /// <param name="error">Else the error.</param>
    /// <param name="isStrict">Whether no handler has made something else of what the server answered.</param>
    public static string? OfSubmit(JobScript script, KlingJob? job, Exception? error, bool isStrict) => error switch
    {
        _ when script.Posts.All > 1 + script.Posts.Later => "The request was sent more than once.",
        _ when script.Taken > 1 => "The request was taken more than once.",
        null => job!.RequestId != script.Plan.Id ? $"The job is {job.RequestId}."
            : script.Taken != 1 ? "There is a job that the server has not made."
            : null,
        _ when script.LastSubmit is Effect.Truth && (isStrict || error is not KlingSubmitUnconfirmedException) => "The server told the id, and it is lost.",
        KlingSubmitUnconfirmedException => isStrict && script.LastSubmit is Effect.Refusal or Effect.Later ? "A refusal is not told as one." : null,
        KlingApiException => script.Taken > 0 ? "The server has taken what was told to be refused." : null,
        _ => "The error is not a documented one.",
    };

    public static string? OfWait(JobScript script, KlingResult? result, Exception? error)
    {
        JobEnd end = script.Plan.End;
        bool isTold = script.IsEndTold && (end is not JobEnd.Completed || script.IsResultTold);
        return error switch
        {
            null => end is not JobEnd.Completed ? "The job has a result, though it has not completed."
                : result!.RequestId != script.Plan.Id || result.Outputs.Count != 1 ? "The result is another one."
                : null,
            KlingException { Token: null } => "The error has no token to go on with.",
            KlingJobFailedException failed => end is not (JobEnd.Failed or JobEnd.Cancelled) ? "The job has failed, though it has not."
                : failed.Message.Contains("blocked " + script.Plan.Id, StringComparison.Ordinal) ? null : "The server's words are lost.",
            KlingTimeoutException late => isTold ? "The end was told, and the wait timed out."
                : late.Elapsed < WaitLimit ? $"The wait timed out after {late.Elapsed}."
                : null,
            KlingApiException => script.Refusals < RefusalsThatEnd ? "The wait gave a paid job up too early." : null,
            _ => "The error is not a documented one.",
        };
    }

    public static async Task<string?> OfFileAsync(JobScript script, string folder, string path, byte[]? old, Exception? error)
    {
        byte[]? saved = File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;
        string[] others = [.. Directory.EnumerateFiles(folder).Where(file => file != path).Select(static file => Path.GetFileName(file))];
        Fault[] faults = script.Plan.Faults[Place.File];
        return others.Length > 0 ? $"There is a file left: {string.Join(", ", others)}."
            : error is null ? saved.AsSpan().SequenceEqual(script.Plan.File) ? null : $"{saved?.Length} bytes were saved, which are not the file of {script.Plan.File.Length}."
            : saved is null != old is null || !saved.AsSpan().SequenceEqual(old) ? "A failed download has changed the file."
            : error is not KlingApiException ? "The error is not a documented one."
            : faults.Length <= 3 && faults.All(static fault => fault.Effect is Effect.Truth or Effect.Nothing) ? "The download gave up too early."
            : null;
    }
}
