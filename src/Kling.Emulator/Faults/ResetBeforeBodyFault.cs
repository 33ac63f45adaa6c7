namespace Kling.Emulator;

internal sealed class ResetBeforeBodyFault : EmulatorFault
{
    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken) =>
        throw Connection.Reset();
}
