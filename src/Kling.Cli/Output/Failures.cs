using System.Data.Common;

namespace Kling.Cli;

/// <summary>Gives every exception its line and its exit code.</summary>
internal static class Failures
{
    public static CliFailure Of(Exception exception) =>
        exception switch
        {
            CliFailure failure => failure,
            KlingValidationException e => CliFailure.Invalid(e.Slug, e.Violations),
            KlingJobFailedException e => With(ExitCodes.JobFailed, e),
            KlingSubmitUnconfirmedException e => With(ExitCodes.SubmitUnconfirmed, e),
            KlingApiException { Kind: KlingErrorKind.Unauthorized or KlingErrorKind.Forbidden } e => With(ExitCodes.NoAccess, e),
            KlingException e => With(ExitCodes.ApiError, e),
            DbException e => new CliFailure(ExitCodes.Unexpected, $"the store of the queue cannot be used: {e.Message}", e),
            OperationCanceledException e => new CliFailure(ExitCodes.Cancelled, "stopped; nothing was sent", e),
            IOException or UnauthorizedAccessException => new CliFailure(ExitCodes.Unexpected, exception.Message, exception),
            _ => new CliFailure(ExitCodes.Unexpected, $"unexpected {exception.GetType().Name}: {exception.Message}", exception),
        };

    private static CliFailure With(int exitCode, KlingException exception) =>
        new(exitCode, exception.Message, exception) { RequestId = exception.RequestId, Token = exception.Token };
}
