namespace Kling.Emulator;

internal sealed class JobFailureFault : EmulatorFault
{
    private readonly string _error;

    public JobFailureFault(string error)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(error);
        _error = error;
    }

    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken)
    {
        exchange.JobError = _error;
        return exchange.ProceedAsync(cancellationToken);
    }
}
