namespace Kling;

/// <summary>Decides whether a submit that was provably not taken is repeated. One instance serves one submit.</summary>
internal sealed class SubmitRepeats(bool onRateLimit, bool onServerError)
{
    /// <summary>How often each cause is answered with a repeat.</summary>
    public const int Limit = 3;

    private readonly Dictionary<KlingErrorKind, int> _made = [];

    /// <summary>The pause before the next attempt, or null if there must be none.</summary>
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
