namespace Kling;

/// <summary>The words for how a submit has ended without a job.</summary>
internal static class SubmitOutcome
{
    public static string Of(Exception error) =>
        error switch
        {
            KlingSubmitUnconfirmedException => "unconfirmed",
            OperationCanceledException => "cancelled",
            KlingApiException => "refused",
            _ => "error",
        };
}
