using System.Net.Http.Headers;

namespace Kling;

/// <summary>When a server wants to be asked again: <c>x-rate-limit-reset-at-utc</c> or <c>Retry-After</c>, the later of the two.</summary>
internal static class RetryHint
{
    private const string ResetHeader = "x-rate-limit-reset-at-utc";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// The instant on our clock, at most a day ahead. The server's instants are read against its own Date header, as the clocks may differ.
    /// </summary>
    public static DateTimeOffset? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        DateTimeOffset serverNow = headers.Date ?? now;
        TimeSpan? reset = headers.TryGetValues(ResetHeader, out IEnumerable<string>? values)
            ? WireTime.Read(values.FirstOrDefault()) - serverNow
            : null;
        TimeSpan? after = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } instant } => instant - serverNow,
            _ => null,
        };
        TimeSpan? wait = reset > after || after is null ? reset : after;
        return wait is { } pause ? now + TimeSpan.FromTicks(Math.Clamp(pause.Ticks, 0, Longest.Ticks)) : null;
    }
}
