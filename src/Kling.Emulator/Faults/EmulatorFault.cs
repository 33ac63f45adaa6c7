using System.Net;

namespace Kling.Emulator;

/// <summary>
/// Something that goes wrong on demand: what <see cref="SegmindEmulator.When"/> does to the requests that it matches.
/// Errors that the API gives by itself (a wrong key, an unknown model, an invalid body…) need none.
/// </summary>
public abstract class EmulatorFault
{
    private protected EmulatorFault()
    {
    }

    /// <summary>
    /// Answers with an error status in the shape that the API gives it: HTML for 405, the auth surface's envelope for 401, else <c>{"error": …}</c>.
    /// Nothing else happens: no job comes of a submit.
    /// </summary>
    /// <param name="status">The status, from 400 to 599.</param>
    /// <param name="message">The message, or <see langword="null"/> for the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static EmulatorFault Error(HttpStatusCode status, string? message = null) => new ErrorFault(status, message);

    /// <summary>Answers with 429 and the header <c>x-rate-limit-reset-at-utc</c>. No job comes of a submit.</summary>
    /// <param name="resetAfter">How far ahead of the emulator's clock the announced instant lies.</param>
    public static EmulatorFault RateLimit(TimeSpan resetAfter) => new RateLimitFault(resetAfter);

    /// <summary>Lets the job of a submit run and then end as FAILED, which its status and result announce with 422. Match submits: on other requests it does nothing.</summary>
    /// <param name="error">What the job says in <c>error</c>.</param>
    public static EmulatorFault JobFailure(string error) => new JobFailureFault(error);

    /// <summary>Answers in place of the emulator, or around it: whatever happens before and after <see cref="EmulatorExchange.ProceedAsync"/> is the fault's.</summary>
    internal abstract Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken);
}
