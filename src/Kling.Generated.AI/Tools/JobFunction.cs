using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>The tool that gets the status and the result of a job by its token.</summary>
internal sealed class JobFunction : KlingFunction
{
    private const string Wait = "wait_seconds";

    private readonly JobLookup _jobs;
    private readonly TimeSpan _longest;

    /// <param name="name">The tool's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="jobs">Where jobs are looked up.</param>
    /// <param name="longest">The longest wait of a call; zero if it only polls.</param>
    /// <param name="isStrict">Whether its schema is strict.</param>
    public JobFunction(string name, string description, JobLookup jobs, TimeSpan longest, bool isStrict)
        : base(name, description, Parameters(longest), isStrict)
    {
        _jobs = jobs;
        _longest = longest;
    }

    protected override async Task<JsonElement> RunAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        // A token of version 0.1 is a line of JSON, and language models pass it as an object, too.
        string? token = Argument(arguments, "token") switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Object } json => json.GetRawText(),
            _ => null,
        };
        if (token is null)
        {
            return Wrong("token", "required", "The token is missing.", "Pass the token that the tool returned for the job.");
        }

        double seconds = 0;
        if (
            Argument(arguments, Wait) is { } wait
            && (wait.ValueKind is not JsonValueKind.Number || !wait.TryGetDouble(out seconds) || !double.IsFinite(seconds))
        )
        {
            return Wrong(Wait, "type", $"{Wait} must be a number of seconds.", "Call the tool again with a number, or without it.");
        }

        TimeSpan limit = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, _longest.TotalSeconds));
        return await _jobs.FindAsync(token, limit, cancellationToken).ConfigureAwait(false);
    }

    private static JsonElement Parameters(TimeSpan longest)
    {
        KeyValuePair<string, JsonObject> token = ToolParameters.Parameter(
            "token",
            "string",
            "The job's token, exactly as it was returned."
        );
        if (longest == TimeSpan.Zero)
        {
            return ToolParameters.Of(token);
        }

        KeyValuePair<string, JsonObject> wait = ToolParameters.Parameter(Wait, "integer", "How long to wait for the result. Default: 0.");
        wait.Value["minimum"] = 0;
        wait.Value["maximum"] = (long)longest.TotalSeconds;
        return ToolParameters.Of([token], wait);
    }
}
