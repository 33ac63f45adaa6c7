namespace Kling.Tests.Hostile;

/// <summary>A way for a response to go wrong.</summary>
/// <param name="Name">Kind and parameter; no two faults of one place share it.</param>
/// <param name="Effect">What a read makes of it.</param>
/// <param name="PlayAsync">Answers; returns whether the connection can carry another response.</param>
internal sealed record Fault(string Name, Effect Effect, Func<Exchange, Task<bool>> PlayAsync)
{
    /// <summary>What a submit makes of it.</summary>
    public Effect OnSubmit { get; init; } = Effect;

    /// <summary>Whether it comes before the request's body has been read, so that nothing is taken.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Whether it comes before the request.</summary>
    public bool IsAtAccept { get; init; }

    /// <summary>Whether a file that came this way looks whole unless its size is known.</summary>
    public bool NeedsSize { get; init; }

    /// <summary>A fault that is made of other bytes.</summary>
    public static Fault Of(string name, Effect effect, Func<Exchange, byte[]> bytes, Ending ending = Ending.Keep) =>
        new(name, effect, exchange => exchange.SendAsync(bytes(exchange), ending));

    /// <summary>A fault that is another answer.</summary>
    public static Fault Of(string name, Effect effect, Func<Exchange, Answer> answer) => Of(name, effect, exchange => answer(exchange).ToBytes());
}
