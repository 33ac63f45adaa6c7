using System.Text;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>Classes, <c>[…]</c>, and the escapes that mean sets (ECMA-262, 22.2.1).</summary>
internal static class EcmaClass
{
    private static readonly CodePointSet Digits = new CodePointSet().Add('0', '9');
    private static readonly CodePointSet WordCharacters = new CodePointSet().Add('0', '9').Add('A', 'Z').Add('_').Add('a', 'z');

    // ECMA-262, 12.2 and 12.3: WhiteSpace and LineTerminator.
    private static readonly CodePointSet WhiteSpace = new CodePointSet()
        .Add('\t', '\r')
        .Add(' ')
        .Add(0xA0)
        .Add(0x1680)
        .Add(0x2000, 0x200A)
        .Add(0x2028, 0x2029)
        .Add(0x202F)
        .Add(0x205F)
        .Add(0x3000)
        .Add(0xFEFF);

    /// <summary>Reads a class after its <c>[</c> and writes it.</summary>
    public static void Translate(EcmaPatternText text, StringBuilder output)
    {
        bool isNegated = text.TryTake("^");
        var set = new CodePointSet();
        while (!text.TryTake("]"))
        {
            int? first = ReadMember(text, set);
            if (text.TryTake("-]"))
            {
                AddIfAny(set, first);
                _ = set.Add('-');
                break;
            }

            if (text.TryTake("-"))
            {
                AddRange(set, first, ReadMember(text, set));
            }
            else
            {
                AddIfAny(set, first);
            }
        }

        set.Write(output, isNegated);
    }

    /// <summary>Reads an escape that means a set, after the backslash.</summary>
    public static CodePointSet? TakeSetEscape(EcmaPatternText text) =>
        text.TryTake("d") ? Digits
        : text.TryTake("D") ? Digits.Inverse()
        : text.TryTake("w") ? WordCharacters
        : text.TryTake("W") ? WordCharacters.Inverse()
        : text.TryTake("s") ? WhiteSpace
        : text.TryTake("S") ? WhiteSpace.Inverse()
        : text.TryTake("p{") ? new CodePointSet().Add(UnicodeCategoryName.Find(text.TakeUntil('}', "a property")), isNegated: false)
        : text.TryTake("P{") ? new CodePointSet().Add(UnicodeCategoryName.Find(text.TakeUntil('}', "a property")), isNegated: true)
        : null;

    /// <returns>The one code point that was read; null if it was a set, which is added already.</returns>
    private static int? ReadMember(EcmaPatternText text, CodePointSet set)
    {
        if (text.IsAtEnd)
        {
            throw new EcmaPatternException("the ']' at the end of a class is missing");
        }

        if (!text.TryTake("\\"))
        {
            return text.TakeCodePoint();
        }

        if (TakeSetEscape(text) is not { } escaped)
        {
            return text.TakeCharacterEscape(isInClass: true);
        }

        _ = set.Add(escaped);
        return null;
    }

    private static void AddIfAny(CodePointSet set, int? member) => _ = member is { } codePoint ? set.Add(codePoint) : set;

    private static void AddRange(CodePointSet set, int? first, int? last)
    {
        if (first is null || last is null)
        {
            throw new EcmaPatternException("a range in a class begins or ends with a set. Write '\\-' for the character itself");
        }

        if (first > last)
        {
            throw new EcmaPatternException("the ends of a range in a class are out of order");
        }

        _ = set.Add(first.Value, last.Value);
    }
}
