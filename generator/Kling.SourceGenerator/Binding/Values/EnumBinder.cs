using System.Globalization;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>Binds a closed set of values to a C# enum. The values can be of any type.</summary>
internal static class EnumBinder
{
    /// <param name="schema">The schema.</param>
    /// <param name="keyword"><c>enum</c> or <c>const</c>.</param>
    /// <param name="types">The types that the schema declares; none for any.</param>
    /// <param name="typeName">The enum's name.</param>
    /// <param name="parameter">The parameter's name, for members that begin with a digit.</param>
    /// <param name="context">The file.</param>
    public static ValueModel Bind(
        JsonNode schema,
        string keyword,
        IReadOnlyList<string> types,
        string typeName,
        string parameter,
        BindingContext context
    )
    {
        JsonMember member = schema.Member(keyword)!;
        JsonNode[] all = keyword == "enum" ? [.. member.Value.Items] : [member.Value];
        string?[] names = Names(schema, all, context);
        (JsonNode Value, string? Name)[] values = [.. Usable(all, names, types)];
        if (values.Length == 0)
        {
            return new JsonModel();
        }

        EnumKind kind =
            values.All(static pair => pair.Value.Kind is JsonKind.String) ? EnumKind.String
            : values.All(static pair => pair.Value.Kind is JsonKind.Number && NumberToken.Int64(pair.Value.Text) is not null)
                ? EnumKind.Integer
            : EnumKind.Mixed;
        values = [.. Distinct(values, kind)];
        long[]? numbers = Numbers(values, kind);
        var model = new EnumModel
        {
            TypeName = context.Names.Claim(typeName, member.NameSpan),
            Description = Annotation.Text(schema, "description", context.Findings) ?? "",
            Kind = kind,
            IsNumbered = numbers is null,
            Members = Members(values, kind, numbers, parameter, context),
        };
        context.Types.Enums.Add(model);
        return new EnumValueModel(model);
    }

    /// <summary>A value's text in the JSON. Two values with the same text are the same value.</summary>
    public static string? Wire(JsonNode value, EnumKind kind) =>
        kind switch
        {
            EnumKind.String => value.Kind is JsonKind.String ? value.Text : null,
            EnumKind.Integer => value.Kind is JsonKind.Number ? NumberToken.Integer(value.Text) : null,
            _ => value.Kind is JsonKind.Number ? NumberToken.Integer(value.Text) ?? value.Text : JsonPrinter.Print(value),
        };

    /// <summary>
    /// Null is expressed by the question mark of the type; a value of another type than the declared one can never be sent.
    /// </summary>
    private static IEnumerable<(JsonNode Value, string? Name)> Usable(JsonNode[] values, string?[] names, IReadOnlyList<string> types)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Kind is JsonKind.Null && (types.Count == 0 || types.Contains("null")))
            {
                continue;
            }

            if (types.Count == 0 || TypeKeyword.Allows(types, values[i]))
            {
                yield return (values[i], names[i]);
            }
        }
    }

    private static IEnumerable<(JsonNode Value, string? Name)> Distinct((JsonNode Value, string? Name)[] values, EnumKind kind)
    {
        var wires = new HashSet<string>(StringComparer.Ordinal);
        return values.Where(pair => wires.Add(Wire(pair.Value, kind)!));
    }

    /// <summary>
    /// The C# value of each member if all values in the JSON are integers, as numbers or as text: <c>(Duration)10</c> is then
    /// <c>"10"</c>. <see langword="null"/> if one is not, or if two are the same integer (<c>"5"</c> and <c>"05"</c>).
    /// </summary>
    private static long[]? Numbers((JsonNode Value, string? Name)[] values, EnumKind kind)
    {
        long?[] numbers = [.. values.Select(static pair => Number(pair.Value))];
        bool areNumbers =
            numbers.All(number => kind is EnumKind.Integer ? number is not null : number is >= int.MinValue and <= int.MaxValue)
            && numbers.Distinct().Count() == numbers.Length;
        return areNumbers ? [.. numbers.Select(static number => number.GetValueOrDefault())] : null;
    }

    private static long? Number(JsonNode value)
    {
        if (value.Kind is not JsonKind.String)
        {
            return value.Kind is JsonKind.Number ? NumberToken.Int64(value.Text) : null;
        }

        string digits = value.Text.Length > 0 && value.Text[0] is '+' or '-' ? value.Text.Substring(1) : value.Text;
        return
            digits.All(static c => c is >= '0' and <= '9')
            && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
    }

    private static EquatableArray<EnumMemberModel> Members(
        (JsonNode Value, string? Name)[] values,
        EnumKind kind,
        long[]? numbers,
        string parameter,
        BindingContext context
    )
    {
        // The runtime keeps every enum's value in a field of this name.
        var taken = new NameScope(["value__"]);
        var members = new List<EnumMemberModel>();
        foreach ((JsonNode value, string? given) in values)
        {
            string wire = Wire(value, kind)!;
            string wanted = given ?? Derived(value, wire, parameter);
            string name = taken.Claim(wanted);
            ChangedName.Report(value.Span, wire, wanted, name, "use \"x-enum-names\" to choose the names", context.Findings);
            members.Add(new EnumMemberModel(name, wire, numbers?[members.Count] ?? members.Count + 1));
        }

        return members.ToEquatableArray();
    }

    private static string Derived(JsonNode value, string wire, string parameter)
    {
        string name = CSharpName.EnumMember(value.Kind is JsonKind.Object or JsonKind.Array ? "Value" : wire, parameter);
        return CSharpName.IsIdentifier(name) ? name : "Value";
    }

    /// <summary><c>x-enum-names</c>: one C# name per value, in the same order.</summary>
    private static string?[] Names(JsonNode schema, JsonNode[] values, BindingContext context)
    {
        const string Keyword = "x-enum-names";
        var none = new string?[values.Length];
        if (schema[Keyword] is not { } names)
        {
            return none;
        }

        if (names.Kind is not JsonKind.Array || names.Items.Length != values.Length)
        {
            context.Findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                names.Span,
                Keyword,
                $"it must list one name per value of \"enum\", {Literal(values.Length)} in all"
            );
            return none;
        }

        if (names.Items.FirstOrDefault(static name => name.Kind is not JsonKind.String || !CSharpName.IsIdentifier(name.Text)) is { } bad)
        {
            context.Findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                bad.Span,
                Keyword,
                $"{JsonPrinter.Print(bad)} is not a C# identifier"
            );
            return none;
        }

        return [.. names.Items.Select(static name => name.Text)];
    }

    private static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);
}
