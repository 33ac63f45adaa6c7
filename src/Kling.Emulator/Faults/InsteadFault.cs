namespace Kling.Emulator;

/// <summary>An answer, or an exception, in place of the emulator's. The request's body has been taken by then.</summary>
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
