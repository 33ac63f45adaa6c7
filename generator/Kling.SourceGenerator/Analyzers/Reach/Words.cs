using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The words of a text by their hash codes. Two words with the same code are taken for one, so that a file may be analyzed needlessly,
/// and none is left out.
/// </summary>
internal static class Words
{
    // FNV-1a.
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    // A power of two.
    private const int Recent = 512;

    // In ordinary code. A list that grows is copied.
    private const int CharactersPerWord = 8;

    public static int Of(string word)
    {
        uint hash = Basis;
        foreach (char letter in word)
        {
            hash = (hash ^ letter) * Prime;
        }

        return (int)hash;
    }

    /// <summary>What can be a name in a text, comments and strings included. Some stand there more than once.</summary>
    public static int[] In(string text)
    {
        var words = new List<int>(text.Length / CharactersPerWord);
        int[] recent = new int[Recent];
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i]))
            {
                continue;
            }

            uint hash = Basis;
            for (; i < text.Length && IsPart(text[i]); i++)
            {
                hash = (hash ^ text[i]) * Prime;
            }

            ref int last = ref recent[hash & (Recent - 1)];
            if (last != (int)hash)
            {
                last = (int)hash;
                words.Add(last);
            }
        }

        return [.. words];
    }

    private static bool IsPart(char c) =>
        c < 128 ? (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_' : SyntaxFacts.IsIdentifierPartCharacter(c);
}
