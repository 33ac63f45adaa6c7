using System.Net;

namespace Kling.Emulator;

/// <summary>
/// Something that goes wrong on demand: what <see cref="SegmindEmulator.When"/> does to the requests that it matches.
/// Errors that the API gives by itself (a wrong key, an unknown model, an invalid body…) need none.
/// </summary>
public abstract class EmulatorFault
{
    /// <summary>No time of a fault or a job is longer, so that every instant that is computed from it is a date.</summary>
    internal static readonly TimeSpan LongestTime = TimeSpan.FromDays(36_500);

    /// <summary>Delays on the system's clock cannot be longer than 49 days.</summary>
    internal static readonly TimeSpan LongestBody = TimeSpan.FromDays(30);

    private protected EmulatorFault()
    {
    }

    /// <summary>
    /// Answers with an error status in the shape that the API gives it: HTML for 405, the auth surface's envelope for 401, else <c>{"error": …}</c>.
    /// No job comes of a submit; with <see cref="AfterHandling"/> one does, which is what a gateway's 502 or 504 may hide.
    /// </summary>
    /// <param name="status">The status, from 400 to 599.</param>
    /// <param name="message">The message, or <see langword="null"/> for the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static EmulatorFault Error(HttpStatusCode status, string? message = null)
    {
        RequireStatus(status, 400, 599);
        return new InsteadFault(_ => ApiAnswer.Error(status, message));
    }

    /// <summary>Answers with a page of HTML, as web servers and gateways do that know nothing of the API. No job comes of a submit.</summary>
    /// <param name="status">The status, from 200 to 599; 204, 205 and 304 have no body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status has no body.</exception>
    public static EmulatorFault HtmlPage(HttpStatusCode status)
    {
        RequireStatus(status, 200, 599);
        return status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified
            ? throw new ArgumentOutOfRangeException(nameof(status), status, "A response with this status has no body.")
            : new InsteadFault(_ => ApiAnswer.HtmlPage(status));
    }

    /// <summary>Answers with 429 and the header <c>x-rate-limit-reset-at-utc</c>. No job comes of a submit.</summary>
    /// <param name="resetAfter">How far ahead of the emulator's clock the announced instant lies, from -36,500 to 36,500 days.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> says beside it, in whole seconds; <see langword="null"/> sends none, as the service does not.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative, or a time is longer than 36,500 days.</exception>
    public static EmulatorFault RateLimit(TimeSpan resetAfter, TimeSpan? retryAfter = null)
    {
        RequireOffset(resetAfter, nameof(resetAfter));
        RequireTime(retryAfter ?? TimeSpan.Zero, nameof(retryAfter));
        return new InsteadFault(exchange => ApiAnswer.RateLimited(exchange.Now + exchange.Plan.ClockSkew + resetAfter, retryAfter));
    }

    /// <summary>Points to another address. A client that follows takes neither the body nor the key along. No job comes of a submit.</summary>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    /// <param name="location">The address. At a host that is not the emulator's, <see cref="EmulatorCounters.RequestsElsewhere"/> counts who follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is no redirect.</exception>
    public static EmulatorFault Redirect(HttpStatusCode status, Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return (int)status is 301 or 302 or 303 or 307 or 308
            ? new InsteadFault(_ => ApiAnswer.Redirect(status, location))
            : throw new ArgumentOutOfRangeException(nameof(status), status, "The status of a redirect must be 301, 302, 303, 307 or 308.");
    }

    /// <summary>
    /// Breaks the connection before the request's body is taken. Under an <see cref="HttpClient"/> nothing was sent, and a client can know it; over a
    /// socket the body may be on its way already.
    /// </summary>
    public static EmulatorFault ResetBeforeBody() => new ResetBeforeBodyFault();

    /// <summary>Breaks the connection after the request's body, without an answer. No job comes of a submit; with <see cref="AfterHandling"/> one does.</summary>
    public static EmulatorFault ResetAfterBody() => new InsteadFault(static _ => throw Connection.Reset());

    /// <summary>Does what the request asks and answers with the right status and an empty body.</summary>
    public static EmulatorFault EmptyBody() => new BodyFault(static (_, _) => new ByteArrayContent([]));

    /// <summary>Does what the request asks, and breaks the connection in the middle of the answer's body.</summary>
    public static EmulatorFault TruncatedBody() =>
        new BodyFault(static (body, clock) => new PartialContent(body, body.Length / 2, TimeSpan.Zero, clock));

    /// <summary>Does what the request asks at once, and lets the answer's body come slowly, in ten pieces.</summary>
    /// <param name="duration">How long it takes, on the emulator's clock: more than 0, at most 30 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not more than 0, or more than 30 days.</exception>
    public static EmulatorFault SlowBody(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestBody);
        return new BodyFault((body, clock) => new PartialContent(body, body.Length, duration / PartialContent.Pieces, clock));
    }

    /// <summary>Lets the job of a submit run and then end as FAILED, which its status and result announce with 422. Match submits: on other requests it does nothing.</summary>
    /// <param name="error">What the job says in <c>error</c>.</param>
    public static EmulatorFault JobFailure(string error)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(error);
        return new JobFault(plan => plan.Error = error);
    }

    /// <summary>Lets the job of a submit take so long. Match submits: on other requests it does nothing.</summary>
    /// <param name="duration">The time from submit to result on the emulator's clock, from 0 to 36,500 days; <see cref="SegmindEmulatorOptions.TimeScale"/> does not change it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault JobDuration(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.Duration = duration);
    }

    /// <summary>Answers questions about the job of a submit with 404 at first, as a service does whose parts hear of a job one after another. Match submits.</summary>
    /// <param name="duration">For how long after the submit, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault JobUnknown(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.UnknownFor = duration);
    }

    /// <summary>Answers questions about the job of a submit with 404 earlier than <see cref="SegmindEmulatorOptions.RecordLifetime"/> says. Match submits.</summary>
    /// <param name="after">From when on, counted from the submit, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is out of its range.</exception>
    public static EmulatorFault JobForgotten(TimeSpan after)
    {
        RequireTime(after, nameof(after));
        return new JobFault(plan => plan.ForgottenAfter = after);
    }

    /// <summary>Lets the result of the job of a submit say COMPLETED with <c>"output": null</c> at first, as a service does that stores the file after it notes the end. Match submits.</summary>
    /// <param name="duration">For how long after the job's end, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault OutputLate(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.OutputLateBy = duration);
    }

    /// <summary>Lets the answer to a submit name a wrong host in <c>status_url</c>, <c>response_url</c> and <c>poll_url</c>. Match submits.</summary>
    /// <param name="origin">The wrong host: <c>https://example.com</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="origin"/> is not absolute.</exception>
    public static EmulatorFault ForeignJobAddress(Uri origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.IsAbsoluteUri
            ? new JobFault(plan => plan.Origin = origin)
            : throw new ArgumentException("The origin must be an absolute URL.", nameof(origin));
    }

    /// <summary>Answers with a <c>Date</c> that is off. In front of a <see cref="RateLimit"/>, in <see cref="Combine"/>, the announced instant is off by as much.</summary>
    /// <param name="by">How far the server's clock is ahead; negative if it is behind. From -36,500 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is out of its range.</exception>
    public static EmulatorFault ClockSkew(TimeSpan by)
    {
        RequireOffset(by, nameof(by));
        return new ClockSkewFault(by);
    }

    /// <summary>Several faults at once, the first outermost: a job that fails <i>and</i> whose submit is answered slowly.</summary>
    /// <param name="faults">The faults; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static EmulatorFault Combine(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return faults.Length > 0 ? new CombinedFault([.. faults]) : throw new ArgumentException("Pass at least one fault.", nameof(faults));
    }

    /// <summary>
    /// The same fault after the emulator has done what the request asks: a job comes of the submit, and the client does not hear of it. A fault that lets the
    /// request through anyway stays as it is, and so does <see cref="ResetBeforeBody"/>.
    /// </summary>
    public virtual EmulatorFault AfterHandling() => this;

    /// <summary>Answers in place of the emulator, or around it: whatever happens before and after <see cref="EmulatorExchange.ProceedAsync"/> is the fault's.</summary>
    internal abstract Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken);

    private static void RequireStatus(HttpStatusCode status, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, least, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, most, nameof(status));
    }

    private static void RequireTime(TimeSpan time, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, LongestTime, name);
    }

    private static void RequireOffset(TimeSpan offset, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, -LongestTime, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, LongestTime, name);
    }
}
