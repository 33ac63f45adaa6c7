namespace Kling.Emulator;

/// <summary>One request under way, as a fault sees it.</summary>
/// <param name="received">The request.</param>
/// <param name="now">The emulator's time.</param>
/// <param name="handle">What the emulator does with the request when nothing goes wrong.</param>
internal sealed class EmulatorExchange(
    EmulatorRequest received,
    DateTimeOffset now,
    Func<EmulatorExchange, CancellationToken, Task<HttpResponseMessage>> handle)
{
    public EmulatorRequest Received { get; } = received;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The error that the job of this submit shall end with; <see langword="null"/> if it shall succeed.</summary>
    public string? JobError { get; set; }

    public Task<HttpResponseMessage> ProceedAsync(CancellationToken cancellationToken) => handle(this, cancellationToken);
}
