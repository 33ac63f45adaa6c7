namespace Kling.Emulator;

/// <summary>A change of what becomes of a submit; the submit itself goes well.</summary>
internal sealed class JobFault(Action<JobPlan> change) : EmulatorFault
{
    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        change(exchange.Plan);
        return exchange.ProceedAsync(cancellationToken);
    }
}
