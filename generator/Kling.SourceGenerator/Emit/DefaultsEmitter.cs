using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The server's defaults, for reading: they are sent only where they are assigned.</summary>
internal static class DefaultsEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record, RequestModel model)
    {
        PropertyModel[] properties = [.. record.Properties.Where(static property => property.Default is not null)];
        if (properties.Length == 0)
        {
            return;
        }

        writer.Gap().Line("/// <summary>The server's defaults: what it uses for a parameter that is not sent.</summary>");
        using (writer.Braces("public static class Defaults"))
        {
            foreach (PropertyModel property in properties)
            {
                writer.Line(
                    $"/// <summary>The default of <see cref=\"{record.TypeName}.{property.Name}\"/>: {Documentation.Code(property.Default!.Json)}.</summary>"
                );
                writer
                    .Line(
                        property.HasNullDefault
                            ? $"public static {CSharpType.Of(property.Value)}? {property.Name} => null;"
                            : $"public {(IsConstant(property.Value) ? "const" : "static readonly")} {CSharpType.Of(property.Value)} {property.Name} = {Literal(property.Value, property.Default, model)};"
                    )
                    .Gap();
            }
        }
    }

    private static bool IsConstant(ValueModel value) =>
        value is StringModel or BooleanModel or IntegerModel or NumberModel or EnumValueModel;

    private static string Literal(ValueModel value, DefaultModel content, RequestModel model) =>
        value switch
        {
            StringModel => Literals.String(content.Content),
            UriModel => $"new({Literals.String(content.Content)}, {TypeNames.UriKind}.Absolute)",
            IntegerModel { Is64Bit: true } => Literals.Int64(content.Content),
            NumberModel => Literals.Double(content.Content),
            EnumValueModel closed => $"{CSharpType.InExpression(closed.Enum.TypeName, model)}.{content.Content}",
            JsonModel or JsonObjectModel or ObjectValueModel or UnionValueModel or ListModel =>
                $"{TypeExpression.Rooted.Unchecked(value with { AllowsNull = false })}.Parse({Literals.String(content.Json)})",
            _ => content.Content,
        };
}
