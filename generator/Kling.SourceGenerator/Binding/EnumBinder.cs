using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>A closed set of strings or of integers becomes a C# enum.</summary>
internal static class EnumBinder
{
    /// <returns>The enum's value, or <see langword="null"/> if the set cannot be one; that is told.</returns>
    public static EnumValueModel? Bind(JsonNode schema, string? type, string typeName, string parameter, SchemaScope scope)
    {
        JsonMember keyword = schema.Member("enum")!;
        if (keyword.Value is not { Kind: JsonKind.Array, Items.Length: > 0 } values)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, keyword.Value.Span, "enum", "it takes an array of at least one value");
            return null;
        }

        bool isInteger = type is "integer" or null && values.Items.All(static value => value.Kind is JsonKind.Number && NumberToken.Int64(value.Text) is not null);
        bool isString = type is "string" or null && values.Items.All(static value => value.Kind is JsonKind.String);
        if (!isInteger && !isString)
        {
            scope.Report(SchemaDiagnostics.KeywordIsNotEnforced, keyword.NameSpan, "enum", "only values that are all strings or all integers, of the declared type, are");
            return null;
        }

        var model = new EnumModel
        {
            TypeName = scope.ClaimTypeName(typeName, keyword.NameSpan, EnumModel.ConverterSuffix),
            Description = Annotation.Text(schema, "description", scope) ?? "",
            IsInteger = isInteger,
            Members = Members(values, Names(schema, values, scope), isInteger, parameter, scope),
        };
        scope.Enums.Add(model);
        return new EnumValueModel(scope.Reference(model.TypeName), model);
    }

    private static EquatableArray<EnumMemberModel> Members(JsonNode values, JsonNode? names, bool isInteger, string parameter, SchemaScope scope)
    {
        // The runtime keeps every enum's value in a field of this name.
        var taken = new NameScope(["value__"]);
        var members = new List<EnumMemberModel>();
        for (int i = 0; i < values.Items.Length; i++)
        {
            JsonNode value = values.Items[i];
            string wire = isInteger ? NumberToken.Integer(value.Text)! : value.Text;
            if (members.Any(member => member.Wire == wire))
            {
                scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, "enum", $"{JsonPrinter.Print(value)} stands twice; the second is left out");
                continue;
            }

            string derived = CSharpName.EnumMember(wire, parameter);
            string wanted = names?.Items[i].Text ?? (CSharpName.IsIdentifier(derived) ? derived : "Value");
            string name = taken.Claim(wanted);
            if (name != wanted)
            {
                scope.Report(SchemaDiagnostics.NameIsChanged, value.Span, wire, name, wanted);
            }

            members.Add(new EnumMemberModel(name, wire, isInteger ? wire : Literal(members.Count + 1)));
        }

        return members.ToEquatableArray();
    }

    /// <summary><c>x-enum-names</c>: one C# name per value, in the same order.</summary>
    private static JsonNode? Names(JsonNode schema, JsonNode values, SchemaScope scope)
    {
        const string Keyword = "x-enum-names";
        if (schema[Keyword] is not { } names)
        {
            return null;
        }

        if (names.Kind is not JsonKind.Array || names.Items.Length != values.Items.Length)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, names.Span, Keyword, $"it takes one name per value of \"enum\", {Literal(values.Items.Length)} in all");
            return null;
        }

        if (names.Items.FirstOrDefault(static name => name.Kind is not JsonKind.String || !CSharpName.IsIdentifier(name.Text)) is { } bad)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, bad.Span, Keyword, $"{JsonPrinter.Print(bad)} is not a C# identifier");
            return null;
        }

        return names;
    }

    private static string Literal(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
