using System.Text.Json;

namespace Kling;

/// <summary>A tool that submits a job. It can be checked before anybody approves it.</summary>
internal abstract class SubmittingFunction(string name, string description, JsonElement schema, JobSubmitter submitter, bool isStrict)
    : KlingFunction(name, description, schema, isStrict)
{
    /// <summary>What a call with these arguments would submit. Nothing is sent.</summary>
    public ToolCallCheck Check(IEnumerable<KeyValuePair<string, object?>> arguments) =>
        Read(arguments, out JsonElement read) is { } failure ? ToolCallCheck.Fail(failure) : Check(read);

    /// <summary>What a call would submit.</summary>
    protected abstract ToolCallCheck Check(JsonElement arguments);

    protected sealed override Task<JsonElement> RunAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        ToolCallCheck check = Check(arguments);
        return check.Failure is { } failure ? Task.FromResult(failure) : submitter.SubmitAsync(check, cancellationToken);
    }
}
