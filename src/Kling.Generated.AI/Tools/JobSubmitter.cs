using System.Text.Json;

namespace Kling;

/// <summary>Submits requests for an agent, and tells it what has become of them.</summary>
internal sealed class JobSubmitter(KlingClient client, KlingToolOptions options, JobLookup jobs)
{
    /// <summary>What a description says of the end of a call.</summary>
    public string Outlook =>
        options.WaitAtMost is { } wait
            ? FormattableString.Invariant($"Billed. Waits up to {ModelText.Seconds(wait)} s for the result.")
            : $"Billed. Returns at once; pass the token of the result to {jobs.ToolName}.";

    /// <summary>Checks a request. Nothing is sent.</summary>
    public ToolCallCheck Check(KlingModel model, JsonElement body)
    {
        IReadOnlyList<KlingViolation> violations = Read(model, body, out IKlingRequest? request);
        return request is null
            ? new ToolCallCheck(model, body, null, model.Cost, violations, ToolFailure.Invalid(model.Slug, violations))
            : new ToolCallCheck(model, body, request, client.EstimateCost(request), [], null);
    }

    /// <summary>Submits a request that was checked.</summary>
    public async Task<JsonElement> SubmitAsync(ToolCallCheck check, CancellationToken cancellationToken)
    {
        (KlingModel model, IKlingRequest request) = (check.Model!, check.Request!);
        KlingJob job;
        try
        {
            job = await client.SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingCallbackException e) when (!cancellationToken.IsCancellationRequested)
        {
            // A callback of the application failed. The job is running, and its token must not be lost.
            job = e.Job;
        }
        catch (KlingSubmitUnconfirmedException e) when (!cancellationToken.IsCancellationRequested)
        {
            return await jobs.ResolveAsync(e, cancellationToken).ConfigureAwait(false);
        }
        catch (KlingException e) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolFailure.IsUnconfirmed(e)
                ? ToolFailure.Unconfirmed(
                    model.Slug,
                    "The server failed after it had received the request.",
                    token: null,
                    JobLookup.AskUser
                )
                : ToolFailure.Of(e, isSubmit: true);
        }
        catch (ArgumentException e)
        {
            return ToolFailure.Invalid(e.Message, "Tell the user what is wrong. Nothing was sent.", []);
        }

        return options.WaitAtMost is { } wait
            ? await jobs.WaitAsync(job, wait, cancellationToken).ConfigureAwait(false)
            : ToolResult.Submitted(job, check.Cost, jobs.Later(model.TypicalDuration));
    }

    private IReadOnlyList<KlingViolation> Read(KlingModel model, JsonElement body, out IKlingRequest? request)
    {
        if (model.RequestType is not null)
        {
            return model.TryParse(body, out request, out IReadOnlyList<KlingViolation> found) ? [] : found;
        }

        IReadOnlyList<KlingViolation> violations = body.ValueKind is not JsonValueKind.Object
            ? [new KlingViolation("", "type", "\"object\"", null, "The arguments must be a JSON object.")]
            : options.Validate?.Invoke(model, body) ?? [];
        request = violations.Count == 0 ? new SchemaRequest(model, body) : null;
        return violations;
    }
}
