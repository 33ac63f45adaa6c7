namespace Kling.Emulator;

internal sealed class ClockSkewFault(TimeSpan by) : EmulatorFault
{
    internal override async Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        exchange.Plan.ClockSkew = by;
        HttpResponseMessage answer = await exchange.ProceedAsync(cancellationToken).ConfigureAwait(false);
        answer.Headers.Date = exchange.Now + by;
        return answer;
    }
}
