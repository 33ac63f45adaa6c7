namespace Kling.Tests.Hostile;

/// <summary>What sends for a client.</summary>
internal enum ClientKind
{
    /// <summary>Connections of its own.</summary>
    Own,

    /// <summary>A handler that follows redirects.</summary>
    Redirecting,

    /// <summary>A handler that sends again what went wrong.</summary>
    Retrying,

    /// <summary>A handler that reads the body of each request, as one that logs does.</summary>
    Reading,
}
