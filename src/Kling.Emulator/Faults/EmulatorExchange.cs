namespace Kling.Emulator;

/// <summary>One request that is being handled, as a fault sees it.</summary>
internal sealed class EmulatorExchange
{
    private readonly Func<CancellationToken, Task> _receive;
    private readonly Func<EmulatorExchange, CancellationToken, Task<HttpResponseMessage>> _proceed;

    /// <param name="received">The request.</param>
    /// <param name="routes">The URLs in its response.</param>
    /// <param name="clock">The emulator's clock.</param>
    /// <param name="receive">Takes the request's body and keeps nothing of it.</param>
    /// <param name="proceed">What the emulator does with the request when nothing goes wrong.</param>
    public EmulatorExchange(
        EmulatorRequest received,
        ApiRoutes routes,
        TimeProvider clock,
        Func<CancellationToken, Task> receive,
        Func<EmulatorExchange, CancellationToken, Task<HttpResponseMessage>> proceed
    )
    {
        (Received, Routes, Clock, _receive, _proceed) = (received, routes, clock, receive, proceed);
        Now = clock.GetUtcNow();
        Plan = new JobPlan();
    }

    private EmulatorExchange(EmulatorExchange outer, EmulatorFault inner)
    {
        (Received, Routes, Clock, Now, Plan, _receive) = (outer.Received, outer.Routes, outer.Clock, outer.Now, outer.Plan, outer._receive);
        _proceed = (_, cancellation) => inner.AnswerAsync(outer, cancellation);
    }

    public EmulatorRequest Received { get; }

    /// <summary>The URLs in its response.</summary>
    public ApiRoutes Routes { get; }

    public TimeProvider Clock { get; }

    /// <summary>When the request arrived.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How faults change the response and the job.</summary>
    public JobPlan Plan { get; }

    /// <summary>The same exchange for a fault around another one, which then comes next.</summary>
    public EmulatorExchange Around(EmulatorFault inner) => new(this, inner);

    /// <summary>Receives the body like a server that responds without parsing it.</summary>
    public Task ReceiveAsync(CancellationToken cancellationToken) => _receive(cancellationToken);

    public Task<HttpResponseMessage> ProceedAsync(CancellationToken cancellationToken) => _proceed(this, cancellationToken);
}
