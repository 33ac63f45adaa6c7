using System.Text;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>
/// A set of code points, written as a .NET pattern that takes exactly one of them. .NET counts UTF-16 units, so the set is written in two
/// parts: a class for what is one unit, and pairs of classes for what is two. Half of a surrogate pair alone is in no set: no JSON text has
/// one, and a pattern that looked for it would have to look around, which takes more than linear time.
/// </summary>
internal sealed class CodePointSet
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstAstral = 0x10000;
    private const int Last = 0x10FFFF;

    /// <summary>What <c>.</c> does not take.</summary>
    public static readonly CodePointSet LineEnds = new CodePointSet().Add('\n').Add('\r').Add('\u2028').Add('\u2029');

    private readonly List<(int First, int Last)> _ranges = [];
    private readonly StringBuilder _categories = new();

    public CodePointSet Add(int codePoint) => Add(codePoint, codePoint);

    public CodePointSet Add(int first, int last)
    {
        _ranges.Add((first, last));
        return this;
    }

    public CodePointSet Add(CodePointSet other)
    {
        _ranges.AddRange(other._ranges);
        _ = _categories.Append(other._categories);
        return this;
    }

    /// <summary>Adds a general category, or everything outside of it.</summary>
    public CodePointSet Add(UnicodeCategoryName category, bool isNegated)
    {
        // One-unit characters are left to .NET, which knows their categories by name.
        _ = _categories.Append(isNegated ? "\\P{" : "\\p{").Append(category.Name).Append('}');
        List<(int First, int Last)> ranges = [.. category.Astral()];
        _ranges.AddRange(Within(isNegated ? Complement(ranges) : ranges, FirstAstral, Last));
        return this;
    }

    /// <summary>Everything else; for sets without categories.</summary>
    public CodePointSet Inverse()
    {
        var inverse = new CodePointSet();
        inverse._ranges.AddRange(Complement(_ranges));
        return inverse;
    }

    /// <summary>Writes one literal code point.</summary>
    public static void WriteLiteral(StringBuilder output, int codePoint)
    {
        if (codePoint is >= FirstSurrogate)
        {
            new CodePointSet().Add(codePoint).Write(output, isNegated: false);
        }
        else
        {
            CodeUnits.Write(output, codePoint);
        }
    }

    public void Write(StringBuilder output, bool isNegated)
    {
        List<string> parts = [.. OneUnit(isNegated)];
        List<(int First, int Last)> ranges = isNegated ? Complement(_ranges) : Normalise(_ranges);
        parts.AddRange(SurrogatePairs.Write([.. Within(ranges, FirstAstral, Last)]));
        _ = parts.Count switch
        {
            0 => output.Append(@"[^\0-\uffff]"),
            1 when parts[0][0] == '[' && parts[0].IndexOf(']') == parts[0].Length - 1 => output.Append(parts[0]),
            _ => output.Append("(?:").Append(string.Join("|", parts)).Append(')'),
        };
    }

    private IEnumerable<string> OneUnit(bool isNegated)
    {
        var content = new StringBuilder();
        foreach (
            (int first, int last) in Within(Normalise(_ranges), 0, FirstSurrogate - 1)
                .Concat(Within(Normalise(_ranges), LastSurrogate + 1, FirstAstral - 1))
        )
        {
            CodeUnits.WriteRange(content, first, last);
        }

        _ = content.Append(_categories);
        if (isNegated)
        {
            yield return $@"[^{content}\ud800-\udfff]";
        }
        else if (_categories.Length > 0)
        {
            // A category may have surrogates in it; .NET's subtraction takes them out.
            yield return $@"[{content}-[\ud800-\udfff]]";
        }
        else if (content.Length > 0)
        {
            yield return $"[{content}]";
        }
    }

    private static IEnumerable<(int First, int Last)> Within(List<(int First, int Last)> ranges, int first, int last) =>
        ranges
            .Where(range => range.First <= last && range.Last >= first)
            .Select(range => (Math.Max(range.First, first), Math.Min(range.Last, last)));

    private static List<(int First, int Last)> Complement(List<(int First, int Last)> ranges)
    {
        var complement = new List<(int, int)>();
        int next = 0;
        foreach ((int first, int last) in Normalise(ranges))
        {
            if (first > next)
            {
                complement.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= Last)
        {
            complement.Add((next, Last));
        }

        return complement;
    }

    private static List<(int First, int Last)> Normalise(List<(int First, int Last)> ranges)
    {
        var normalised = new List<(int First, int Last)>();
        foreach ((int first, int last) in ranges.OrderBy(static range => range.First))
        {
            if (normalised.Count > 0 && first <= normalised[normalised.Count - 1].Last + 1)
            {
                (int start, int end) = normalised[normalised.Count - 1];
                normalised[normalised.Count - 1] = (start, Math.Max(end, last));
            }
            else
            {
                normalised.Add((first, last));
            }
        }

        return normalised;
    }
}
