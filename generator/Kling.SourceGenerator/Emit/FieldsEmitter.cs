using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The table of a record's parameters, which the runtime reads, writes, validates and compares by.</summary>
internal static class FieldsEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        string type = record.TypeName;
        using (
            writer.Braces($"static void {TypeNames.IFields}<{type}>.Describe({TypeNames.Fields}<{type}> fields, {TypeNames.Types} types)")
        )
        {
            writer.Line($"fields.New(static () => new(){Required(record)});");
            foreach (PropertyModel property in record.Properties)
            {
                EmitField(writer, property);
            }

            EmitObject(writer, record);
        }
    }

    /// <summary>The compiler asks for the required properties; the reader fills them.</summary>
    private static string Required(ObjectModel record)
    {
        string assigned = string.Join(
            ", ",
            record
                .Properties.Where(static property => property is { IsRequired: true, HasOnlyValue: false })
                .Select(static property =>
                    $"{property.Name} = {(property.Value.AllowsNull ? "null" : CSharpType.IsStruct(property.Value) ? "default" : "null!")}"
                )
        );
        return assigned.Length == 0 ? "" : $" {{ {assigned} }}";
    }

    private static void EmitField(CSharpWriter writer, PropertyModel property)
    {
        string method =
            (property.IsRequired ? "Required" : "Optional")
            + (
                property.Value.AllowsNull ? "OrNull"
                : CSharpType.IsStruct(property.Value) ? "Value"
                : ""
            );
        string assigned = property.HasAssignedBit ? $"static x => ref x.{CSharpType.AssignedBit(property)}, " : "";
        string fallback = property switch
        {
            { IsRequired: true } or { Default: null } => "",
            { HasNullDefault: true } => ", null",
            _ => ", Defaults." + property.Name,
        };
        writer.Line(
            $"fields.{method}({Literals.String(property.WireName)}, static x => ref x.{CSharpType.Storage(property)}, {assigned}{TypeExpression.InTable.Of(property.Value)}{fallback});"
        );
    }

    /// <summary>The keywords of the object as a whole.</summary>
    private static void EmitObject(CSharpWriter writer, ObjectModel record)
    {
        if (!record.AllowsAdditional)
        {
            writer.Line("fields.OnlyDeclared();");
        }

        foreach (DependentModel pair in record.Dependents)
        {
            writer.Line($"fields.DependentRequired({Literals.String(pair.Name)}, {Literals.String(pair.Required)});");
        }

        if (record.MinProperties.Length > 0)
        {
            writer.Line($"fields.MinProperties({record.MinProperties});");
        }

        if (record.MaxProperties.Length > 0)
        {
            writer.Line($"fields.MaxProperties({record.MaxProperties});");
        }

        foreach (ReferenceModel reference in record.References)
        {
            writer.Line(
                $"fields.References({Literals.String(record.WireName(reference.Text))}, {Literals.String(reference.Marker)}, {Literals.String(record.WireName(reference.List))});"
            );
        }

        if (record.JsonCheck.Length > 0)
        {
            writer.Line($"fields.Json({record.JsonCheck});");
        }
    }
}
