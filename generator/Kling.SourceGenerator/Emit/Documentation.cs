using System.Globalization;
using System.Text;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>XML documentation comments. Nothing of a schema's text gets out of its comment or its element.</summary>
internal static class Documentation
{
    /// <summary>A summary; the fallback where nothing of the text can be shown.</summary>
    public static void Summary(CSharpWriter writer, string text, string fallback) =>
        Element(writer, "summary", Escape(text) is { Length: > 0 } xml ? xml : Escape(fallback));

    /// <summary>An element whose content is XML already.</summary>
    public static void Element(CSharpWriter writer, string element, string xml, string attributes = "")
    {
        if (xml.IndexOf('\n') < 0)
        {
            writer.Line($"/// <{element}{attributes}>{xml}</{element}>");
            return;
        }

        writer.Line($"/// <{element}{attributes}>");
        foreach (string line in xml.Split('\n'))
        {
            writer.Line(line.Length == 0 ? "/// <br/>" : "/// " + line);
        }

        writer.Line($"/// </{element}>");
    }

    public static void Parameter(CSharpWriter writer, string name, string xml) => Element(writer, "param", xml, $" name=\"{name}\"");

    /// <summary>A property's summary: what it means, then what it may hold. Completion lists show the summary alone.</summary>
    public static void Property(CSharpWriter writer, PropertyModel property)
    {
        string text = Escape(property.Description) is { Length: > 0 } xml ? xml : Escape($"The parameter '{property.WireName}'.");
        string facts = Facts(property);
        Element(writer, "summary", facts.Length == 0 ? text : $"{text} {facts}");
    }

    /// <summary>A method's parameter that says what a property says.</summary>
    public static void InheritedParameter(CSharpWriter writer, PropertyModel property, string cref) =>
        Parameter(writer, CSharpType.Argument(property).TrimStart('@'), $"<inheritdoc cref=\"{cref}\" path=\"/summary/node()\"/>");

    /// <summary>The builder's item: what it means and what it may hold. There may be nothing to say.</summary>
    public static void Item(CSharpWriter writer, ListModel list)
    {
        string? type = list.Item switch
        {
            ObjectValueModel record => record.TypeName,
            EnumValueModel closed => closed.Enum.TypeName,
            UnionValueModel union => union.TypeName,
            _ => null,
        };
        string text = type is null ? Escape(list.ItemDescription) : $"<inheritdoc cref=\"{type}\" path=\"/summary/node()\"/>";
        var facts = new StringBuilder();
        AddConstraints(facts, list.Item, "");
        if ($"{text} {facts}".Trim() is { Length: > 0 } xml)
        {
            Parameter(writer, "item", xml);
        }
    }

    /// <summary>The parameter's facts as one XML text: <c>Default: 0.5. Minimum: 0. Maximum: 1.</c></summary>
    public static string Facts(PropertyModel property)
    {
        var facts = new StringBuilder();
        if (property.IsDeprecated)
        {
            facts.Append("Deprecated. ");
        }

        if (property.IsReadOnly)
        {
            facts.Append("Set by the server only. ");
        }

        if (property.HasOnlyValue)
        {
            facts.Append("Always sent. ");
        }
        else if (property.IsRequired)
        {
            facts.Append("Required. ");
        }
        else if (property.Default is { } value)
        {
            facts.Append("Default: ").Append(Code(value.Json)).Append(". ");
        }

        AddConstraints(facts, property.Value, "");
        if (property.Examples.Count > 0)
        {
            facts.Append("Example: ").Append(string.Join(", ", property.Examples.Select(Code))).Append(". ");
        }

        return facts.Length == 0 ? "" : facts.ToString(0, facts.Length - 1);
    }

    /// <summary>A piece of JSON or of code.</summary>
    public static string Code(string text) => $"<c>{Escape(text).Replace("\n", " ")}</c>";

    public static string Escape(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
            {
                return EscapeEach(text);
            }
        }

        return text.Trim();
    }

    private static string EscapeEach(string text)
    {
        var xml = new StringBuilder(text.Length);
        foreach (char c in text.Replace("\r\n", "\n").Replace('\r', '\n'))
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '\n' => xml.Append('\n'),

                // XML 1.0 has no way to write most control characters and no lone surrogates; the others end a C# line.
                '\u0085' or '\u2028' or '\u2029' => xml.Append(' '),
                _ when char.IsControl(c) || c is '\ufffe' or '\uffff' => xml.Append(' '),
                _ => xml.Append(c),
            };
        }

        return RemoveLoneSurrogates(xml).Trim();
    }

    private static void AddConstraints(StringBuilder facts, ValueModel value, string of)
    {
        if (value is EnumValueModel closed)
        {
            AddMembers(facts.Append("Allowed").Append(of).Append(": "), closed.Enum);
        }

        foreach (ConstraintModel constraint in value.Constraints)
        {
            _ =
                constraint.Keyword == "uniqueItems"
                    ? facts.Append("No duplicates").Append(of.Length == 0 ? "" : " within an item").Append(". ")
                    : facts.Append(Word(constraint.Keyword)).Append(of).Append(": ").Append(Code(constraint.Limit)).Append(". ");
        }

        if (value is ListModel list)
        {
            AddConstraints(facts, list.Item, " of each item");
        }
    }

    private static void AddMembers(StringBuilder facts, EnumModel closed)
    {
        const int Most = 20;
        for (int i = 0; i < closed.Members.Count && i < Most; i++)
        {
            facts.Append(i == 0 ? "" : ", ").Append(Code(EnumEmitter.Json(closed, closed.Members[i])));
        }

        int more = closed.Members.Count - Most;
        facts.Append(more > 0 ? $" and {more.ToString(CultureInfo.InvariantCulture)} more. " : ". ");
    }

    private static string Word(string keyword) =>
        keyword switch
        {
            "format" => "Format",
            "minimum" => "Minimum",
            "maximum" => "Maximum",
            "minLength" => "Minimum number of characters",
            "maxLength" => "Maximum number of characters",
            "exclusiveMinimum" => "Greater than",
            "exclusiveMaximum" => "Less than",
            "multipleOf" => "Multiple of",
            "pattern" => "Pattern",
            "minItems" => "Minimum number of items",
            "maxItems" => "Maximum number of items",
            _ => keyword,
        };

    private static string RemoveLoneSurrogates(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = ' ';
            }
        }

        return text.ToString();
    }
}
