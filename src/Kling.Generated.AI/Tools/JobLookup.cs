using System.Collections.Concurrent;
using System.Text.Json;

namespace Kling;

/// <summary>What has become of a job: its status, its result, or, after an unconfirmed submit, whether there is one.</summary>
internal sealed class JobLookup(KlingClient client, string toolName)
{
    public const string AskUser = "Tell the user that the outcome is unknown and that the account's history shows whether the job exists.";

    private const string Unconfirmed = "unconfirmed:";

    private readonly ConcurrentDictionary<string, KlingSubmitUnconfirmedException> _unconfirmed = new(StringComparer.Ordinal);

    /// <summary>The tool that gets results.</summary>
    public string ToolName => toolName;

    /// <summary>How to get the result of a job that runs.</summary>
    public string Later(TimeSpan? expected) =>
        $"Call {toolName} with this token to get the result"
        + (ModelText.Seconds(expected) is { } seconds ? FormattableString.Invariant($", in about {seconds} s.") : ".");

    /// <summary>The status or the result of a token's job.</summary>
    /// <param name="token">The token of a result.</param>
    /// <param name="wait">How long to wait for the result; zero to poll once.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<JsonElement> FindAsync(string token, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (token.StartsWith(Unconfirmed, StringComparison.Ordinal))
        {
            return _unconfirmed.TryGetValue(token, out KlingSubmitUnconfirmedException? submit)
                ? await ResolveAsync(submit, cancellationToken).ConfigureAwait(false)
                : ToolFailure.Invalid("No unconfirmed submit has this token in this process.", AskUser, []);
        }

        KlingJob job;
        try
        {
            job = client.GetJob(token);
        }
        catch (ArgumentException)
        {
            // The text may be anything, also a key that was pasted by mistake. It is not repeated.
            const string Message = "This is not a token of a job of this API. A job's id is not its token.";
            var violation = new KlingViolation("/token", "format", null, null, Message);
            return ToolFailure.Invalid("The arguments are not valid.", "Pass the token exactly as the tool returned it.", [violation]);
        }

        return wait > TimeSpan.Zero
            ? await WaitAsync(job, wait, cancellationToken).ConfigureAwait(false)
            : await PollAsync(job, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The result of a job, if it is finished in time; otherwise how to go on.</summary>
    public async Task<JsonElement> WaitAsync(KlingJob job, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return ToolResult.Completed(
                job,
                await job.WaitForCompletionAsync(wait, progress: null, cancellationToken).ConfigureAwait(false)
            );
        }
        catch (KlingTimeoutException e) when (!cancellationToken.IsCancellationRequested)
        {
            string next = $"The job is not finished. Call {toolName} again with this token. Do not submit it again.";
            return ToolResult.Running(job, new KlingProgress(job.RequestId, e.LastStatus, e.Elapsed, null, 0), next);
        }
        catch (KlingException e) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolFailure.Of(e, isSubmit: false);
        }
    }

    /// <summary>Asks the account's history, once, for a submit whose outcome is unknown. Nothing is submitted.</summary>
    public async Task<JsonElement> ResolveAsync(KlingSubmitUnconfirmedException submit, CancellationToken cancellationToken)
    {
        string? token = submit.Intent is { } intent ? Unconfirmed + intent.Id.ToString("N") : null;
        string wait =
            $"Call {toolName} with this token in a few minutes: it reads the account's history. If it stays unknown, tell the user.";
        if (token is null)
        {
            return ToolFailure.Unconfirmed(submit.Slug, "It is unknown whether the server accepted the request.", token, AskUser);
        }

        _unconfirmed[token] = submit;
        KlingResolution answer;
        try
        {
            var once = new KlingResolveOptions { WaitUntilSettled = false };
            answer = await client.ResolveAsync(submit, once, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingException) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolFailure.Unconfirmed(submit.Slug, "The response was lost, and the account's history could not be read.", token, wait);
        }

        switch (answer.Kind)
        {
            case KlingResolutionKind.Found when answer.Job is { } job:
                _ = _unconfirmed.TryRemove(token, out _);
                return ToolResult.Running(
                    job,
                    progress: null,
                    Later(job.Model?.TypicalDuration) + " The response to the submit was lost, but the account's history has the job."
                );
            case KlingResolutionKind.NotFound:
                return ToolResult.Of(
                    "not_submitted",
                    json =>
                    {
                        json.WriteString("model", submit.Slug);
                        json.WriteString("message", "The account's history does not have the request: the server did not accept it.");
                        json.WriteString("next", "You can submit the request again if the user still wants it.");
                    }
                );
            case KlingResolutionKind.Ambiguous:
                string ids = string.Join(", ", answer.Candidates.Select(static candidate => candidate.RequestId));
                return ToolFailure.Unconfirmed(
                    submit.Slug,
                    $"The account's history has several requests that may be it: {ids}.",
                    token,
                    AskUser
                );
            default:
                return ToolFailure.Unconfirmed(
                    submit.Slug,
                    "The response was lost. The account's history does not have the job yet.",
                    token,
                    wait
                );
        }
    }

    private async Task<JsonElement> PollAsync(KlingJob job, CancellationToken cancellationToken)
    {
        try
        {
            KlingProgress progress = await job.GetStatusAsync(cancellationToken).ConfigureAwait(false);
            return progress.Status is KlingJobStatus.Completed or KlingJobStatus.Failed
                ? ToolResult.Completed(job, await job.GetResultAsync(cancellationToken).ConfigureAwait(false))
                : ToolResult.Running(job, progress, Later(progress.ExpectedDuration - progress.Elapsed));
        }
        catch (KlingException e) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolFailure.Of(e, isSubmit: false);
        }
    }
}
