namespace Kling.Emulator;

/// <summary>The emulator's own response with a damaged body.</summary>
/// <param name="spoil">Makes the content that is sent from the whole body.</param>
internal sealed class BodyFault(Func<byte[], TimeProvider, HttpContent> spoil) : EmulatorFault
{
    internal override async Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await exchange.ProceedAsync(cancellationToken).ConfigureAwait(false);
        using HttpContent whole = answer.Content;
        HttpContent spoilt = spoil(await whole.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), exchange.Clock);
        spoilt.Headers.ContentType = whole.Headers.ContentType;
        spoilt.Headers.ContentRange = whole.Headers.ContentRange;
        answer.Content = spoilt;
        return answer;
    }
}
