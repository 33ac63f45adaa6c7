using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>
/// The builder: required parameters first, the others by name. What all builders do alike is in the runtime's base class.
/// </summary>
internal static class BuilderEmitter
{
    /// <summary>The method on the request that begins a builder.</summary>
    public static void EmitFactory(CSharpWriter writer, RequestModel model)
    {
        PropertyModel[] required =
        [
            .. model.Request.Properties.Where(static property => property is { IsRequired: true, HasOnlyValue: false }),
        ];
        writer.Line("/// <summary>Begins a builder. It takes the required parameters; all others are optional.</summary>");
        foreach (PropertyModel property in required)
        {
            Documentation.InheritedParameter(writer, property, property.Name);
        }

        string parameters = string.Join(
            ", ",
            required.Select(static property =>
                $"{AttributesEmitter.Inline(property)}{CreateEmitter.Type(property)} {CSharpType.Argument(property)}"
            )
        );
        string assigned = string.Join(", ", required.Select(static property => $"{property.Name} = {CSharpType.Argument(property)}"));
        writer.Line($"public static {model.BuilderTypeName} CreateBuilder({parameters}) =>");
        using (writer.Indented())
        {
            writer.Line(assigned.Length == 0 ? "new(new());" : $"new(new() {{ {assigned} }});");
        }
    }

    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        string type = model.BuilderTypeName;
        string request = model.Request.TypeName;
        writer.Line($"/// <summary>Builds a <see cref=\"{request}\"/> step by step.</summary>");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        Deprecation.Emit(writer, model);
        using (writer.Braces($"{RequestFileEmitter.Access(model)} sealed partial class {type} : {TypeNames.Builder}<{type}, {request}>"))
        {
            writer.Line($"internal {type}({request} request)").Line("    : base(request)").Line("{").Line("}");
            foreach (PropertyModel property in model.Request.Properties.Where(static property => !property.HasOnlyValue))
            {
                EmitWith(writer, model, property);
                EmitWithout(writer, model, property);
                EmitAdd(writer, model, property);
            }
        }
    }

    private static void EmitWith(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        string type = CSharpType.Of(property.Value) + (property.Value.AllowsNull ? "?" : "");
        EmitInherited(writer, model, property);
        EmitStep(
            writer,
            model,
            property,
            $"With{property.Name}({AttributesEmitter.Inline(property.Value)}{type} value)",
            $"Request with {{ {property.Name} = value }}"
        );
    }

    private static void EmitWithout(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        if (!property.IsRequired)
        {
            writer.Gap().Line($"/// <summary>Unsets <see cref=\"{model.Request.TypeName}.{property.Name}\"/>.</summary>");
            EmitStep(writer, model, property, $"Without{property.Name}()", $"Request.Unset({Literals.String(property.WireName)})");
        }
    }

    private static void EmitAdd(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        if (property.Value is not ListModel list)
        {
            return;
        }

        EmitInherited(writer, model, property);
        Documentation.Item(writer, list);
        EmitStep(
            writer,
            model,
            property,
            $"Add{property.ItemName}({AttributesEmitter.Inline(list.Item)}{CSharpType.Item(list)} item)",
            Added(property, "item")
        );
        if (model.Objects.FirstOrDefault(record => record.TypeName == property.AddedRecord) is { } record)
        {
            PropertyModel[] members = [.. CreateEmitter.Ordered(record)];
            string parameters = string.Join(
                ", ",
                members.Select(static member =>
                    $"{AttributesEmitter.Inline(member)}{CreateEmitter.Type(member)} {CSharpType.Argument(member)}{(member.IsRequired ? "" : " = null")}"
                )
            );
            string arguments = string.Join(", ", members.Select(static member => CSharpType.Argument(member)));
            EmitInherited(writer, model, property);
            foreach (PropertyModel member in members)
            {
                Documentation.InheritedParameter(writer, member, $"{record.TypeName}.{member.Name}");
            }

            EmitStep(
                writer,
                model,
                property,
                $"Add{property.ItemName}({parameters})",
                Added(property, $"{CSharpType.InExpression(record.TypeName, model)}.Create({arguments})")
            );
        }
    }

    private static string Added(PropertyModel property, string item) =>
        $"Request with {{ {property.Name} = (Request.{property.Name} ?? []).Add({item}) }}";

    /// <summary>The hover on a step says what the property's says: limits and default included.</summary>
    private static void EmitInherited(CSharpWriter writer, RequestModel model, PropertyModel property) =>
        writer.Gap().Line($"/// <inheritdoc cref=\"{model.Request.TypeName}.{property.Name}\"/>");

    private static void EmitStep(CSharpWriter writer, RequestModel model, PropertyModel property, string signature, string next)
    {
        writer.Line($"[{TypeNames.SchemaParameter}({Literals.String(property.WireName)})]");
        Deprecation.Emit(writer, property);
        writer.Line($"public {model.BuilderTypeName} {signature} => With({next});");
    }
}
