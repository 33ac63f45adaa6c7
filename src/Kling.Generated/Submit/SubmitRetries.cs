namespace Kling;

/// <summary>Decides whether a submit that the server did not accept is retried. One instance serves one submit.</summary>
internal sealed class SubmitRetries(bool onRateLimit, bool onServerError)
{
    /// <summary>The maximum number of retries per cause.</summary>
    public const int Limit = 3;

    private readonly Dictionary<KlingErrorKind, int> _made = [];

    /// <summary>The pause before the next attempt, or null if there must be no retry.</summary>
    public TimeSpan? NextPause(KlingApiException error, DateTimeOffset now)
    {
        bool allowed = error.Kind switch
        {
            KlingErrorKind.ConnectionFailed => true,
            KlingErrorKind.RateLimited => onRateLimit,
            KlingErrorKind.ServerError or KlingErrorKind.ServiceUnavailable => onServerError,
            _ => false,
        };
        int made = _made.GetValueOrDefault(error.Kind);
        if (!allowed || made >= Limit)
        {
            return null;
        }

        _made[error.Kind] = made + 1;
        TimeSpan backOff = TimeSpan.FromMilliseconds(500 << made);
        return error.RetryAt - now is { } wanted && wanted > backOff ? wanted : backOff;
    }
}
