using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The parameters as properties, in the schema's order. The backing field of each is null while nothing is assigned.</summary>
internal static class PropertiesEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record, RequestModel model)
    {
        foreach (PropertyModel property in record.Properties)
        {
            writer.Line(
                $"private {CSharpType.Of(property.Value)}? {CSharpType.Storage(property)}{(property.HasOnlyValue ? $" = {OnlyValue(property.Value, model)}" : "")};"
            );
            if (property.HasAssignedBit)
            {
                writer.Line($"private bool {CSharpType.AssignedBit(property)};");
            }
        }

        foreach (PropertyModel property in record.Properties)
        {
            EmitProperty(writer.Gap(), property, record);
            writer.Gap();
        }
    }

    private static void EmitProperty(CSharpWriter writer, PropertyModel property, ObjectModel record)
    {
        Documentation.Property(writer, property);
        AttributesEmitter.Emit(writer, property, record);
        string storage = CSharpType.Storage(property);
        string required = property is { IsRequired: true, HasOnlyValue: false } ? "required " : "";
        string init = property.HasAssignedBit ? $"({storage}, {CSharpType.AssignedBit(property)}) = (value, true)" : $"{storage} = value";
        writer.Line($"public {required}{CSharpType.Of(property)} {property.Name} {{ get => {Read(property)}; init => {init}; }}");
    }

    private static string OnlyValue(ValueModel value, RequestModel model) =>
        value is EnumValueModel closed
            ? $"{CSharpType.InExpression(closed.Enum.TypeName, model)}.{closed.Enum.Members[0].Name}"
            : TypeNames.JsonConstant + ".Null";

    private static string Read(PropertyModel property)
    {
        string storage = CSharpType.Storage(property);
        return property switch
        {
            { IsRequired: true, Value.AllowsNull: false } => storage + (CSharpType.IsStruct(property.Value) ? ".GetValueOrDefault()" : "!"),
            { IsRequired: true } or { Default: null } or { HasNullDefault: true } => storage,
            { HasAssignedBit: true } => $"{CSharpType.AssignedBit(property)} ? {storage} : Defaults.{property.Name}",
            _ => $"{storage} ?? Defaults.{property.Name}",
        };
    }
}
