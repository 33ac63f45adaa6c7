using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The parameters as properties, in the schema's order, and the bag for those that it does not declare.</summary>
internal static class PropertiesEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        foreach (PropertyModel property in record.Properties)
        {
            EmitProperty(writer, property, record);
            writer.Gap();
        }

        writer.Lines($$"""
            /// <summary>Parameters that the schema does not declare. They are sent after the declared ones, and survive a round trip.</summary>
            [{{TypeNames.AllowNull}}]
            public {{TypeNames.Additional}} AdditionalParameters { get => _additionalParameters; init => _additionalParameters = value ?? {{TypeNames.Additional}}.Empty; }

            private {{TypeNames.Additional}} _additionalParameters = {{TypeNames.Additional}}.Empty;
            """);
    }

    private static void EmitProperty(CSharpWriter writer, PropertyModel property, ObjectModel record)
    {
        Documentation.Summary(writer, property.Description, $"The parameter '{property.WireName}'.");
        Documentation.Value(writer, property);
        AttributesEmitter.Emit(writer, property, record);
        string type = CSharpType.Of(property);
        if (!property.HasField)
        {
            string required = property is { IsRequired: true, HasOnlyValue: false } ? "required " : "";
            writer.Line($"public {required}{type} {property.Name} {{ get; init; }}{(property.HasOnlyValue ? $" = {OnlyValue(property.Value)};" : "")}");
            return;
        }

        using (writer.Braces($"public {type} {property.Name}"))
        {
            writer.Line($"get => {Read(property)};");
            if (property.HasAssignedBit)
            {
                using (writer.Braces("init"))
                {
                    writer.Line($"{CSharpType.Storage(property)} = value;").Line($"{CSharpType.AssignedBit(property)} = true;");
                }
            }
            else
            {
                writer.Line($"init => {CSharpType.Storage(property)} = value;");
            }
        }
    }

    private static string OnlyValue(ValueModel value) =>
        value is EnumValueModel closed ? $"{closed.TypeReference}.{closed.Enum.Members[0].Name}" : TypeNames.JsonConstant + ".Null";

    private static string Read(PropertyModel property)
    {
        string storage = CSharpType.Storage(property);
        return (property.HasAssignedBit, property.Default) switch
        {
            (true, null) => storage,
            (true, _) when property.HasNullDefault => storage,
            (true, _) => $"{CSharpType.AssignedBit(property)} ? {storage} : Defaults.{property.Name}",
            _ => $"{storage} ?? Defaults.{property.Name}",
        };
    }
}
