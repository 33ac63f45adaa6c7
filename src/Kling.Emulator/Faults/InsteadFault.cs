namespace Kling.Emulator;

/// <summary>A response, or an exception, instead of the emulator's response. The request's body has already been received.</summary>
/// <param name="answer">The response.</param>
/// <param name="isHandledFirst">Whether the emulator still handles the request.</param>
internal sealed class InsteadFault(Func<EmulatorExchange, HttpResponseMessage> answer, bool isHandledFirst = false) : EmulatorFault
{
    public override EmulatorFault AfterHandling() => new InsteadFault(answer, isHandledFirst: true);

    internal override async Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        if (isHandledFirst)
        {
            (await exchange.ProceedAsync(cancellationToken).ConfigureAwait(false)).Dispose();
        }
        else
        {
            await exchange.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        }

        return answer(exchange);
    }
}
