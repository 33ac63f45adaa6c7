using System.Net;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>
/// Submits a request. It is sent at most once, unless it is certain that the server did not accept it, so that no request is billed twice.
/// </summary>
/// <param name="transport">The connection.</param>
/// <param name="rules">How long a submit may take, and what it is retried after.</param>
/// <param name="logger">Where retries are logged.</param>
/// <param name="successor">The slug of the model that replaces the one of the request, if its schema names one.</param>
internal sealed class Submission(ApiTransport transport, SubmitRules rules, ILogger logger, string? successor)
{
    /// <summary>Sends the body, with retries, until it is accepted, refused or unconfirmed.</summary>
    /// <param name="slug">The model.</param>
    /// <param name="body">The request.</param>
    /// <param name="cancellation">What a cancellation does to a request that is in flight.</param>
    /// <param name="cancellationToken">Cancels the submit.</param>
    /// <exception cref="KlingApiException">The server refused the request or could not be reached.</exception>
    /// <exception cref="KlingSubmitUnconfirmedException">It is unknown whether the server accepted the request.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while no request was in flight.</exception>
    public async Task<SubmitReceipt> SendAsync(
        string slug,
        ReadOnlyMemory<byte> body,
        SubmitCancellation cancellation,
        CancellationToken cancellationToken
    )
    {
        TimeProvider clock = transport.Clock;
        long begun = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(rules.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var retries = new SubmitRetries(rules.RetriesOnRateLimit, rules.RetriesOnServerError);
        KlingApiException? error = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeTurnAsync(slug, error, rules.Timeout - clock.GetElapsedTime(begun), either.Token, cancellationToken)
                .ConfigureAwait(false);
            CancellationToken inFlight = cancellation is SubmitCancellation.Immediate ? either.Token : deadline.Token;
            (SubmitReceipt? receipt, error) = await AttemptAsync(slug, body, inFlight, cancellationToken).ConfigureAwait(false);
            if (receipt is not null)
            {
                return receipt;
            }

            TimeSpan remaining = rules.Timeout - clock.GetElapsedTime(begun);
            if (retries.NextPause(error!, clock.GetUtcNow()) is not { } pause || pause >= remaining)
            {
                throw error!;
            }

            ClientLog.RetryingSubmit(logger, slug, error!.Kind, pause.TotalSeconds);
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Waits for a turn while the server throttles, and before a retry, so that throttled requests are not all retried at once. If the
    /// pause is longer than the submit may take, the request is sent and the server's response decides.
    /// </summary>
    private async Task TakeTurnAsync(
        string slug,
        KlingApiException? lastError,
        TimeSpan remaining,
        CancellationToken either,
        CancellationToken callers
    )
    {
        TimeSpan held = transport.Pace.HeldFor;
        if (held >= remaining || (held <= TimeSpan.Zero && lastError is null) || transport.Pace.TryEnter())
        {
            return;
        }

        try
        {
            await transport.Pace.EnterAsync(isUrgent: true, either).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!callers.IsCancellationRequested)
        {
            throw lastError ?? ApiErrors.NoAnswer(NothingSent(slug), requestId: null, e);
        }
    }

    private async Task<(SubmitReceipt? Receipt, KlingApiException? Error)> AttemptAsync(
        string slug,
        ReadOnlyMemory<byte> body,
        CancellationToken either,
        CancellationToken callers
    )
    {
        DateTimeOffset begun = transport.Clock.GetUtcNow();
        (HttpRequestMessage request, SubmitContent content) = transport.CreateSubmit(slug, body);
        using (request)
        {
            try
            {
                ApiAnswer answer = await transport.SendAsync(request, either).ConfigureAwait(false);
                return Judge(slug, answer, begun);
            }
            catch (Exception e) when (e is not KlingException)
            {
                if (!content.Withdraw())
                {
                    throw new KlingSubmitUnconfirmedException(slug, Cause(e, content, callers), e);
                }

                // No byte of the request was sent.
                callers.ThrowIfCancellationRequested();
                if (!ApiTransport.IsFailure(e))
                {
                    throw;
                }

                return (null, ApiErrors.NoAnswer(NothingSent(slug), requestId: null, e));
            }
        }
    }

    private (SubmitReceipt? Receipt, KlingApiException? Error) Judge(string slug, ApiAnswer answer, DateTimeOffset begun)
    {
        if (!answer.IsForeign && SubmitReceipt.Read(answer.ReadObject(), answer.IsSuccess, begun) is { } receipt)
        {
            return (receipt, null);
        }

        if (answer.IsDetour)
        {
            throw Unconfirmed(slug, answer, "The response came from another URL, because a handler of the HttpClient followed a redirect.");
        }

        if (answer.IsSuccess)
        {
            throw Unconfirmed(slug, answer, "The server accepted the request, but the response has no valid request_id.");
        }

        return IsRefusal(answer.StatusCode)
            ? (null, ApiErrors.FromAnswer(answer, $"The request for '{slug}'", requestId: null, isRead: false, successor))
            : throw Unconfirmed(slug, answer, $"A gateway returned {(int)answer.StatusCode}. The server may have accepted the request.");
    }

    /// <summary>
    /// Whether the status means that the server did not accept the request. A gateway's 502 or 504 and a 408 do not; a 303 even points to
    /// the result of the request.
    /// </summary>
    private static bool IsRefusal(HttpStatusCode status) =>
        (int)status switch
        {
            303 or 408 => false,
            500 or 501 or 503 => true,
            >= 300 and <= 499 => true,
            _ => false,
        };

    private static string Cause(Exception e, SubmitContent content, CancellationToken callers) =>
        e switch
        {
            _ when content.WasRefused =>
                "A handler of the HttpClient tried to send the request a second time. This was stopped, but the response to the first attempt is lost.",
            _ when callers.IsCancellationRequested => "The submit was cancelled while the request was in flight.",
            OperationCanceledException => "The request timed out.",
            _ => "The connection was lost before a response arrived.",
        };

    private static string NothingSent(string slug) => $"The request for '{slug}' could not be sent, so the server did not receive it";

    private static KlingSubmitUnconfirmedException Unconfirmed(string slug, ApiAnswer answer, string cause) =>
        new(slug, cause, answer.BodyError) { StatusCode = answer.StatusCode, BodyExcerpt = answer.Excerpt() };
}
