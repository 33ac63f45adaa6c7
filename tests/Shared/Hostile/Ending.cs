namespace Kling.Tests.Hostile;

/// <summary>What a server does after the last byte that it sends.</summary>
internal enum Ending
{
    /// <summary>It keeps the connection.</summary>
    Keep,

    /// <summary>It closes it.</summary>
    Close,

    /// <summary>It resets it.</summary>
    Reset,

    /// <summary>It closes its half.</summary>
    HalfClose,

    /// <summary>It says nothing more, and keeps the connection until the client closes it.</summary>
    Hang,
}
