namespace Kling;

/// <summary>The words for how a submit or a wait has ended.</summary>
internal static class JobOutcome
{
    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Accepted = "accepted";

    public static string OfWait(Exception error) =>
        error switch
        {
            KlingJobFailedException => Failed,
            KlingTimeoutException => "timeout",
            KlingJobExpiredException => "expired",
            OperationCanceledException => "cancelled",
            _ => "error",
        };

    public static string ErrorType(Exception error) =>
        error is KlingApiException api ? api.Kind.ToString() : error.GetType().FullName ?? error.GetType().Name;
}
