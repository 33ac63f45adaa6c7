using System.Net;

namespace Kling.Emulator;

internal sealed class ErrorFault : EmulatorFault
{
    private readonly HttpStatusCode _status;
    private readonly string? _message;

    public ErrorFault(HttpStatusCode status, string? message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 400, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        _status = status;
        _message = message;
    }

    internal override Task<HttpResponseMessage> AnswerAsync(EmulatorExchange exchange, CancellationToken cancellationToken) =>
        Task.FromResult(ApiAnswer.Error(_status, _message));
}
