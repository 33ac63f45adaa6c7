using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>A value's type with its constraints, as the runtime is told: <c>types.Double(minimum: 0, maximum: 1)</c>.</summary>
/// <param name="types">The runtime's types: the parameter of a table, or the type that has them all.</param>
internal sealed class TypeExpression(string types)
{
    /// <summary>Where a table of fields or cases is filled: the types are its parameter, which no name of the user's can hide.</summary>
    public static readonly TypeExpression InTable = new("types");

    /// <summary>Everywhere else.</summary>
    public static readonly TypeExpression Rooted = new(TypeNames.Types + ".Instance");

    public string Of(ValueModel value) =>
        value.JsonCheck.Length > 0
            ? $"{types}.Checked({Unchecked(value)}, {value.JsonCheck})"
            : OrNull(value, Typed(value, Arguments(value), Of));

    /// <summary>The type alone, for JSON that a check has seen.</summary>
    public string Unchecked(ValueModel value) => OrNull(value, Typed(value, "", Unchecked));

    private string OrNull(ValueModel value, string type) =>
        !value.AllowsNull ? type
        : CSharpType.IsStruct(value) ? $"{types}.ValueOrNull({type})"
        : $"{types}.OrNull({type})";

    private string Typed(ValueModel value, string arguments, Func<ValueModel, string> item) =>
        types
        + value switch
        {
            StringModel => $".String({arguments})",
            UriModel => $".Uri({arguments})",
            BooleanModel => ".Boolean",
            IntegerModel { Is64Bit: true } => $".Int64({arguments})",
            IntegerModel => $".Int32({arguments})",
            NumberModel => $".Double({arguments})",
            EnumValueModel closed => $".Enum<{closed.Enum.TypeName}>()",
            ObjectValueModel record => $".Record<{record.TypeName}>()",
            UnionValueModel union => $".Union<{union.TypeName}>()",
            JsonObjectModel => ".JsonObject",
            ListModel list => $".List({item(list.Item)}{(arguments.Length == 0 ? "" : ", " + arguments)})",
            _ => ".Json",
        };

    private static string Arguments(ValueModel value) =>
        string.Join(
            ", ",
            value
                .Constraints.Where(constraint => !(value is UriModel && constraint is { Keyword: "format", Limit: "uri" }))
                .Select(constraint => $"{constraint.Keyword}: {Argument(constraint, value)}")
        );

    private static string Argument(ConstraintModel constraint, ValueModel value) =>
        constraint.Keyword switch
        {
            "pattern" => constraint.Pattern,
            "format" or "multipleOf" => Literals.String(constraint.Limit),
            "uniqueItems" => "true",
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" when value is NumberModel => Literals.Double(
                constraint.Limit
            ),
            _ => constraint.Limit,
        };
}
