using System.Globalization;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>A general category of Unicode, or a group of them, that <c>\p{…}</c> can name both in ECMA-262 and in .NET.</summary>
internal sealed class UnicodeCategoryName
{
    // Short name, then the long ones (PropertyValueAliases.txt of the Unicode Character Database, gc).
    private static readonly string[][] Names =
    [
        ["L", "Letter"],
        ["Lu", "Uppercase_Letter"],
        ["Ll", "Lowercase_Letter"],
        ["Lt", "Titlecase_Letter"],
        ["Lm", "Modifier_Letter"],
        ["Lo", "Other_Letter"],
        ["M", "Mark", "Combining_Mark"],
        ["Mn", "Nonspacing_Mark"],
        ["Mc", "Spacing_Mark"],
        ["Me", "Enclosing_Mark"],
        ["N", "Number"],
        ["Nd", "Decimal_Number", "digit"],
        ["Nl", "Letter_Number"],
        ["No", "Other_Number"],
        ["P", "Punctuation", "punct"],
        ["Pc", "Connector_Punctuation"],
        ["Pd", "Dash_Punctuation"],
        ["Ps", "Open_Punctuation"],
        ["Pe", "Close_Punctuation"],
        ["Pi", "Initial_Punctuation"],
        ["Pf", "Final_Punctuation"],
        ["Po", "Other_Punctuation"],
        ["S", "Symbol"],
        ["Sm", "Math_Symbol"],
        ["Sc", "Currency_Symbol"],
        ["Sk", "Modifier_Symbol"],
        ["So", "Other_Symbol"],
        ["Z", "Separator"],
        ["Zs", "Space_Separator"],
        ["Zl", "Line_Separator"],
        ["Zp", "Paragraph_Separator"],
        ["C", "Other"],
        ["Cc", "Control", "cntrl"],
        ["Cf", "Format"],
        ["Cs", "Surrogate"],
        ["Co", "Private_Use"],
        ["Cn", "Unassigned"],
    ];

    private UnicodeCategoryName(string name) => Name = name;

    /// <summary>The short name.</summary>
    public string Name { get; }

    public static UnicodeCategoryName Find(string property)
    {
        string name =
            property.StartsWith("gc=", StringComparison.Ordinal) ? property.Substring(3)
            : property.StartsWith("General_Category=", StringComparison.Ordinal) ? property.Substring(17)
            : property;
        return Names.FirstOrDefault(names => names.Contains(name)) is { } found
            ? new UnicodeCategoryName(found[0])
            : throw new EcmaPatternException(
                $".NET does not support the property '{property}'. It supports general categories, such as '\\p{{L}}'"
            );
    }

    /// <summary>The ranges beyond U+FFFF, in no order.</summary>
    public IEnumerable<(int First, int Last)> Astral() =>
        from category in AstralCategories.Ranges
        where category.Key.StartsWith(Name, StringComparison.Ordinal)
        from range in category.Value.Split(' ')
        select (Hex(range, 0), Hex(range, range.IndexOf('-') + 1));

    private static int Hex(string range, int start)
    {
        int end = range.IndexOf('-', start);
        return int.Parse(
            end < 0 ? range.Substring(start) : range.Substring(start, end - start),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );
    }
}
