namespace Kling.SourceGenerator.Analyzers;

/// <summary>What happens to an object after it was constructed.</summary>
internal enum UseKind
{
    /// <summary>It is surely sent as it is, or surely not used.</summary>
    Sent,

    /// <summary>It is returned by, or kept in, a member that nothing in the project names: nothing can complete it.</summary>
    Unreachable,

    /// <summary>
    /// It is returned, or kept in a field or a list: only a <c>with</c> of the project's own code can complete a copy of it.
    /// </summary>
    Kept,

    /// <summary>The same, by a public member of a library: other projects get it, too.</summary>
    Published,

    /// <summary>A method gets it that may complete it, or a test that may want it to be wrong.</summary>
    Open,
}
