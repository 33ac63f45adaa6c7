namespace Kling.Emulator;

internal sealed class RateLimitFault(TimeSpan resetAfter) : EmulatorFault
{
    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken) =>
        Task.FromResult(ApiAnswer.RateLimited(exchange.Now + resetAfter));
}
