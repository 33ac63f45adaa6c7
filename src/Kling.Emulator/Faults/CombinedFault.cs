namespace Kling.Emulator;

/// <summary>Faults around one another, the first outermost.</summary>
internal sealed class CombinedFault(IReadOnlyList<EmulatorFault> faults) : EmulatorFault
{
    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        for (int i = faults.Count - 1; i > 0; i--)
        {
            exchange = exchange.Around(faults[i]);
        }

        return faults[0].AnswerAsync(exchange, cancellationToken);
    }
}
