namespace Kling;

/// <summary>
/// The attributes of a job that spans and measurements share. They follow the OpenTelemetry conventions for generative AI if those apply.
/// </summary>
internal static class JobAttributes
{
    public const string Operation = "gen_ai.operation.name";

    public const string Provider = "gen_ai.provider.name";

    public const string Model = "gen_ai.request.model";

    public const string RequestId = "gen_ai.response.id";

    public const string Outcome = "kling.job.outcome";

    public const string ErrorType = "error.type";

    /// <summary>The value of <see cref="Operation"/>.</summary>
    public const string GenerateContent = "generate_content";

    /// <summary>The value of <see cref="Provider"/>.</summary>
    public const string Segmind = "segmind";
}
