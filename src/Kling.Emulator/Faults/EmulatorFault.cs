using System.Net;

namespace Kling.Emulator;

/// <summary>
/// A fault that <see cref="SegmindEmulator.When"/> injects into matching requests. The emulator returns the API's own errors (a wrong key,
/// an unknown model, an invalid body…) without a fault.
/// </summary>
public abstract class EmulatorFault
{
    /// <summary>The maximum time of a fault or a job, so that every computed time is a valid date.</summary>
    internal static readonly TimeSpan LongestTime = TimeSpan.FromDays(36_500);

    /// <summary>Delays on the system's clock cannot be longer than 49 days.</summary>
    internal static readonly TimeSpan LongestBody = TimeSpan.FromDays(30);

    private protected EmulatorFault() { }

    /// <summary>
    /// Returns an error status with the body that the API sends for it: HTML for 405, the format of the authentication service for 401,
    /// otherwise
    /// <c>{"error": …}</c>. A submit creates no job. With <see cref="AfterHandling"/> it does, as can happen with a 502 or 504 from a
    /// gateway.
    /// </summary>
    /// <param name="status">The status, from 400 to 599.</param>
    /// <param name="message">The message, or <see langword="null"/> for the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not an error.</exception>
    public static EmulatorFault Error(HttpStatusCode status, string? message = null)
    {
        RequireStatus(status, 400, 599);
        return new InsteadFault(_ => ApiAnswer.Error(status, message));
    }

    /// <summary>Returns an HTML page, like web servers and gateways that do not know the API. A submit creates no job.</summary>
    /// <param name="status">The status, from 200 to 599; 204, 205 and 304 have no body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status has no body.</exception>
    public static EmulatorFault HtmlPage(HttpStatusCode status)
    {
        RequireStatus(status, 200, 599);
        return status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified
            ? throw new ArgumentOutOfRangeException(nameof(status), status, "A response with this status has no body.")
            : new InsteadFault(_ => ApiAnswer.HtmlPage(status));
    }

    /// <summary>Returns 429 with the header <c>x-rate-limit-reset-at-utc</c>. A submit creates no job.</summary>
    /// <param name="resetAfter">The time from now to the announced reset, from -36,500 to 36,500 days.</param>
    /// <param name="retryAfter">The value of an additional <c>Retry-After</c> header, in whole seconds; <see langword="null"/> for no such
    /// header, like the service.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative, or a time is longer than 36,500
    /// days.</exception>
    public static EmulatorFault RateLimit(TimeSpan resetAfter, TimeSpan? retryAfter = null)
    {
        RequireOffset(resetAfter, nameof(resetAfter));
        RequireTime(retryAfter ?? TimeSpan.Zero, nameof(retryAfter));
        return new InsteadFault(exchange => ApiAnswer.RateLimited(exchange.Now + exchange.Plan.ClockSkew + resetAfter, retryAfter));
    }

    /// <summary>Redirects to another URL. A submit creates no job.</summary>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    /// <param name="location">
    /// The URL. If its host is not the emulator's, <see cref="EmulatorCounters.RequestsElsewhere"/> counts the requests that follow the
    /// redirect.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not a redirect.</exception>
    public static EmulatorFault Redirect(HttpStatusCode status, Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return (int)status is 301 or 302 or 303 or 307 or 308
            ? new InsteadFault(_ => ApiAnswer.Redirect(status, location))
            : throw new ArgumentOutOfRangeException(nameof(status), status, "The status of a redirect must be 301, 302, 303, 307 or 308.");
    }

    /// <summary>
    /// Breaks the connection before the request's body is read. If the emulator is the handler of an <see cref="HttpClient"/>, the client
    /// can detect that nothing was sent. Over a socket, the client may already have sent the body.
    /// </summary>
    public static EmulatorFault ResetBeforeBody() => new ResetBeforeBodyFault();

    /// <summary>
    /// Breaks the connection after the request's body, without a response. A submit creates no job; with <see cref="AfterHandling"/> it
    /// does.
    /// </summary>
    public static EmulatorFault ResetAfterBody() => new InsteadFault(static _ => throw Connection.Reset());

    /// <summary>Handles the request and returns the right status with an empty body.</summary>
    public static EmulatorFault EmptyBody() => new BodyFault(static (_, _) => new ByteArrayContent([]));

    /// <summary>Handles the request and breaks the connection in the middle of the response body.</summary>
    public static EmulatorFault TruncatedBody() =>
        new BodyFault(static (body, clock) => new PartialContent(body, body.Length / 2, TimeSpan.Zero, clock));

    /// <summary>Handles the request at once, but sends the response body slowly, in ten parts.</summary>
    /// <param name="duration">How long it takes, on the emulator's clock: more than 0, at most 30 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not more than 0, or more than 30 days.</exception>
    public static EmulatorFault SlowBody(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, LongestBody);
        return new BodyFault((body, clock) => new PartialContent(body, body.Length, duration / PartialContent.Pieces, clock));
    }

    /// <summary>
    /// The job of a submit ends as FAILED; its status and result are returned with 422. Match submits: on other requests it has no effect.
    /// </summary>
    /// <param name="error">The value of the job's <c>error</c>.</param>
    public static EmulatorFault JobFailure(string error)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(error);
        return new JobFault(plan => plan.Error = error);
    }

    /// <summary>The job of a submit takes a given time. Match submits: on other requests it has no effect.</summary>
    /// <param name="duration">The time from submit to result on the emulator's clock, from 0 to 36,500 days;
    /// <see cref="SegmindEmulatorOptions.TimeScale"/> does not change it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault JobDuration(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.Duration = duration);
    }

    /// <summary>
    /// The status and the result of a submitted job return 404 at first, like in a distributed service that is not consistent at once.
    /// Match submits.
    /// </summary>
    /// <param name="duration">The time after the submit, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault JobUnknown(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.UnknownFor = duration);
    }

    /// <summary>
    /// The status and the result of a submitted job return 404 before <see cref="SegmindEmulatorOptions.RecordLifetime"/> has passed. Match
    /// submits.
    /// </summary>
    /// <param name="after">The time after the submit from which they return 404, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is out of its range.</exception>
    public static EmulatorFault JobForgotten(TimeSpan after)
    {
        RequireTime(after, nameof(after));
        return new JobFault(plan => plan.ForgottenAfter = after);
    }

    /// <summary>
    /// A submitted job appears in the account's history later than <see cref="SegmindEmulatorOptions.HistoryLag"/> says. Match submits.
    /// </summary>
    /// <param name="duration">How much later, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault HistoryLate(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.ListedLateBy = duration);
    }

    /// <summary>
    /// The result of a submitted job is COMPLETED with <c>"output": null</c> at first, like in a service that stores the file after it
    /// reports the end. Match submits.
    /// </summary>
    /// <param name="duration">The time after the job's end, from 0 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is out of its range.</exception>
    public static EmulatorFault OutputLate(TimeSpan duration)
    {
        RequireTime(duration, nameof(duration));
        return new JobFault(plan => plan.OutputLateBy = duration);
    }

    /// <summary>
    /// The response to a submit has a wrong host in <c>status_url</c>, <c>response_url</c> and <c>poll_url</c>. Match submits.
    /// </summary>
    /// <param name="origin">The wrong host: <c>https://example.com</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="origin"/> is not absolute.</exception>
    public static EmulatorFault ForeignJobAddress(Uri origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.IsAbsoluteUri
            ? new JobFault(plan => plan.Origin = origin)
            : throw new ArgumentException("The origin must be an absolute URL.", nameof(origin));
    }

    /// <summary>
    /// Returns a wrong <c>Date</c> header. If it precedes a <see cref="RateLimit"/> in <see cref="Combine"/>, the announced reset is wrong
    /// by the same time.
    /// </summary>
    /// <param name="by">How far the server's clock is ahead; negative if it is behind. From -36,500 to 36,500 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is out of its range.</exception>
    public static EmulatorFault ClockSkew(TimeSpan by)
    {
        RequireOffset(by, nameof(by));
        return new ClockSkewFault(by);
    }

    /// <summary>
    /// Combines several faults; the first is the outermost. For example, a job that fails <i>and</i> whose submit responds slowly.
    /// </summary>
    /// <param name="faults">The faults; at least one.</param>
    /// <exception cref="ArgumentException">There are no faults.</exception>
    public static EmulatorFault Combine(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return faults.Length > 0 ? new CombinedFault([.. faults]) : throw new ArgumentException("Pass at least one fault.", nameof(faults));
    }

    /// <summary>
    /// The same fault after the emulator has handled the request: a submit creates a job, but the client does not receive its response.
    /// Faults that handle the request anyway, and <see cref="ResetBeforeBody"/>, are not changed.
    /// </summary>
    public virtual EmulatorFault AfterHandling() => this;

    /// <summary>
    /// Responds in place of the emulator. Override it, and call <see cref="EmulatorExchange.ProceedAsync"/> to let the emulator handle the
    /// request.
    /// </summary>
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
