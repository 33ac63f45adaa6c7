using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING202: a constant in the shape of an API key, given to the client's constructor or to its options. Any other text is no
/// key, and neither is a made-up one whose digits stand in a row (<c>SG_0000000000000000</c>, <c>SG_0123456789abcdef</c>), as tests against the emulator use them.
/// </summary>
internal static class ApiKeyRule
{
    private const string Prefix = "SG_";
    private const int Digits = 16;

    /// <summary>A digit that is not beside the one before it. Sixteen digits by chance have twelve; fewer than four are one key in a hundred million.</summary>
    private const int JumpsInMadeUpKey = 3;

    /// <summary>Looks at a value that goes to a property or a parameter.</summary>
    public static void Check(PlacedValue value, ISymbol target, OperationAnalysisContext context, ClientSymbols? client)
    {
        if (client?.IsApiKey(target) is not true)
        {
            return;
        }

        foreach (PlacedValue leaf in ValueReader.Leaves(value, context.CancellationToken))
        {
            if (leaf.Known(context.CancellationToken).Text is { } text && IsKey(text.Trim()))
            {
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, leaf.Place.GetLocation()));
            }
        }
    }

    private static bool IsKey(string text)
    {
        if (text.Length != Prefix.Length + Digits || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        int jumps = 0;
        for (int i = Prefix.Length; i < text.Length; i++)
        {
            if (Digit(text[i]) is not { } digit)
            {
                return false;
            }

            jumps += i > Prefix.Length && Math.Abs(digit - Digit(text[i - 1])!.Value) > 1 ? 1 : 0;
        }

        return jumps > JumpsInMadeUpKey;
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => null,
    };
}
