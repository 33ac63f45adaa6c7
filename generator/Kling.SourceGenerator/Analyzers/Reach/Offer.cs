namespace Kling.SourceGenerator.Analyzers;

/// <summary>A name that a file declares for others.</summary>
/// <param name="Name">The name's code.</param>
/// <param name="NamesRuntime">Whether its declaration names the runtime.</param>
/// <param name="Types">The codes of the types in its declaration and in the members that other files can use.</param>
internal sealed record Offer(int Name, bool NamesRuntime, int[] Types)
{
    /// <summary>The name of what other files can use without a name. No word has no letters.</summary>
    public static int Everywhere { get; } = Words.Of("");

    /// <summary>Whether it is declared with the runtime's types, or with a type of one of these names.</summary>
    public bool IsOf(HashSet<int> names) => NamesRuntime || Array.Exists(Types, names.Contains);
}
