using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>A value's type with its constraints, as the runtime is told: <c>KlingType.Double(minimum: 0, maximum: 1)</c>.</summary>
internal static class TypeExpression
{
    public static string Of(ValueModel value) => value.JsonCheck.Length > 0
        ? $"{TypeNames.Type}.Checked({Unchecked(value)}, {value.JsonCheck})"
        : OrNull(value, Typed(value, Arguments(value), Of));

    /// <summary>The type alone, for JSON that a check has seen.</summary>
    public static string Unchecked(ValueModel value) => OrNull(value, Typed(value, "", Unchecked));

    private static string OrNull(ValueModel value, string type) =>
        !value.AllowsNull ? type : CSharpType.IsStruct(value) ? $"{TypeNames.Type}.ValueOrNull({type})" : $"{TypeNames.Type}.OrNull({type})";

    private static string Typed(ValueModel value, string arguments, Func<ValueModel, string> item) => TypeNames.Type + value switch
    {
        StringModel => $".String({arguments})",
        UriModel => $".Uri({arguments})",
        BooleanModel => ".Boolean",
        IntegerModel { Is64Bit: true } => $".Int64({arguments})",
        IntegerModel => $".Int32({arguments})",
        NumberModel => $".Double({arguments})",
        EnumValueModel closed => $".Enum<{closed.TypeReference}>()",
        ObjectValueModel record => $".Record<{record.TypeReference}>()",
        UnionValueModel union => $".Union<{union.TypeReference}>()",
        JsonObjectModel => ".JsonObject",
        ListModel list => $".List({item(list.Item)}{(arguments.Length == 0 ? "" : ", " + arguments)})",
        _ => ".Json",
    };

    private static string Arguments(ValueModel value) => string.Join(", ", value.Constraints
        .Where(constraint => !(value is UriModel && constraint is { Keyword: "format", Limit: "uri" }))
        .Select(constraint => $"{constraint.Keyword}: {Argument(constraint, value)}"));

    private static string Argument(ConstraintModel constraint, ValueModel value) => constraint.Keyword switch
    {
        "pattern" => constraint.Pattern,
        "format" or "multipleOf" => Literals.String(constraint.Limit),
        "uniqueItems" => "true",
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" when value is NumberModel => Literals.Double(constraint.Limit),
        _ => constraint.Limit,
    };
}
