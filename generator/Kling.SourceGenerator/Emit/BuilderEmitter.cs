using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The builder: required parameters first, the others by name, validation at the end.</summary>
internal static class BuilderEmitter
{
    /// <summary>The method on the request that begins a builder.</summary>
    public static void EmitFactory(CSharpWriter writer, RequestModel model)
    {
        PropertyModel[] required = [.. model.Request.Properties.Where(static property => property is { IsRequired: true, HasOnlyValue: false })];
        writer.Line("/// <summary>Begins a builder. It asks for the required parameters; everything else is optional.</summary>");
        foreach (PropertyModel property in required)
        {
            EmitParameterDocumentation(writer, property, CSharpType.Argument(property));
        }

        string parameters = string.Join(", ", required.Select(static property =>
            $"{AttributesEmitter.Inline(property)}{CreateEmitter.Type(property)} {CSharpType.Argument(property)}"));
        writer.Line($"public static {model.BuilderTypeName} CreateBuilder({parameters}) =>");
        using (writer.Indented())
        {
            string assigned = string.Join(", ", required.Select(static property => $"{property.Name} = {CSharpType.Argument(property)}"));
            writer.Line($"new(new {model.Request.TypeName} {{ {assigned} }});");
        }
    }

    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        string type = model.BuilderTypeName;
        string request = model.Request.TypeName;
        writer.Line($"/// <summary>Builds a <see cref=\"{request}\"/> step by step.</summary>");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        Deprecation.Emit(writer, model);
        using (writer.Braces($"{RequestFileEmitter.Access(model)} sealed partial class {type}"))
        {
            writer.Line($"private {request} _request;").Gap();
            writer.Line($"internal {type}({request} request) => _request = request;").Gap();
            foreach (PropertyModel property in model.Request.Properties.Where(static property => !property.HasOnlyValue))
            {
                EmitWith(writer, model, property);
                EmitWithout(writer, model, property);
                EmitAdd(writer, model, property);
            }

            EmitAdditional(writer, model);
            EmitBuild(writer.Gap(), model);
        }
    }

    private static void EmitWith(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        writer.Line($"/// <summary>Assigns <see cref=\"{model.Request.TypeName}.{property.Name}\"/>.</summary>");
        EmitParameterDocumentation(writer, property, "value");
        EmitStepAttributes(writer, property);
        string type = CSharpType.Of(property.Value) + (property.Value.AllowsNull ? "?" : "");
        using (writer.Braces($"public {model.BuilderTypeName} With{property.Name}({AttributesEmitter.Inline(property.Value)}{type} value)"))
        {
            writer.Line($"_request = _request with {{ {property.Name} = value }};").Line("return this;");
        }

        writer.Gap();
    }

    private static void EmitWithout(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        if (property.IsRequired)
        {
            return;
        }

        writer.Line($"/// <summary>Leaves <see cref=\"{model.Request.TypeName}.{property.Name}\"/> out again.</summary>");
        EmitStepAttributes(writer, property);
        using (writer.Braces($"public {model.BuilderTypeName} Without{property.Name}()"))
        {
            writer.Line($"_request = _request.Unset({Literals.String(property.WireName)});").Line("return this;");
        }

        writer.Gap();
    }

    private static void EmitAdd(CSharpWriter writer, RequestModel model, PropertyModel property)
    {
        if (property.Value is not ListModel list)
        {
            return;
        }

        string item = CSharpType.Item(list);
        EmitAddSummary(writer, model, property);
        writer.Line("/// <param name=\"item\">The item.</param>");
        EmitStepAttributes(writer, property);
        EmitStep(writer, model, $"Add{property.ItemName}({AttributesEmitter.Inline(list.Item)}{item} item)", Added(property, "item"));
        if (list.Item is ObjectValueModel { AllowsNull: false } reference
            && model.Objects.FirstOrDefault(candidate => reference.TypeReference.EndsWith("." + candidate.TypeName, StringComparison.Ordinal)) is { Properties.Count: > 0 } record
            && CreateEmitter.CanCreate(record))
        {
            EmitAddRecord(writer, model, property, record, reference.TypeReference);
        }
    }

    private static void EmitAddRecord(CSharpWriter writer, RequestModel model, PropertyModel property, ObjectModel record, string type)
    {
        PropertyModel[] members = [.. CreateEmitter.Ordered(record)];
        EmitAddSummary(writer, model, property);
        foreach (PropertyModel member in members)
        {
            EmitParameterDocumentation(writer, member, CSharpType.Argument(member));
        }

        EmitStepAttributes(writer, property);
        string parameters = string.Join(", ", members.Select(static member =>
            $"{AttributesEmitter.Inline(member)}{CreateEmitter.Type(member)} {CSharpType.Argument(member)}{(member.IsRequired ? "" : " = null")}"));
        string arguments = string.Join(", ", members.Select(static member => CSharpType.Argument(member)));
        EmitStep(writer, model, $"Add{property.ItemName}({parameters})", Added(property, $"{type}.Create({arguments})"));
    }

    private static void EmitAddSummary(CSharpWriter writer, RequestModel model, PropertyModel property) =>
        writer.Line($"/// <summary>Adds an item to <see cref=\"{model.Request.TypeName}.{property.Name}\"/>.</summary>");

    private static string Added(PropertyModel property, string item) =>
        $"_request with {{ {property.Name} = (_request.{property.Name} ?? []).Add({item}) }}";

    private static void EmitAdditional(CSharpWriter writer, RequestModel model)
    {
        writer.Lines("""
            /// <summary>Assigns a parameter that the schema does not declare.</summary>
            /// <param name="name">The parameter's name on the wire.</param>
            /// <param name="value">The value; null is JSON's null.</param>
            """);
        EmitStep(
            writer,
            model,
            $"WithAdditionalParameter(string name, {TypeNames.JsonNode}? value)",
            "_request with { AdditionalParameters = _request.AdditionalParameters.With(name, value) }");
    }

    private static void EmitBuild(CSharpWriter writer, RequestModel model)
    {
        writer.Lines($"""
            /// <summary>The finished request, validated.</summary>
            /// <exception cref="{TypeNames.ValidationException}">The request violates its schema; the exception names every violation.</exception>
            """);
        using (writer.Braces($"public {model.Request.TypeName} Build()"))
        {
            writer.Line($"{TypeNames.IReadOnlyList}<{TypeNames.Violation}> violations = _request.Validate();");
            writer.Line($"return violations.Count == 0 ? _request : throw new {TypeNames.ValidationException}({Literals.String(model.Slug)}, violations);");
        }
    }

    private static void EmitStep(CSharpWriter writer, RequestModel model, string signature, string next)
    {
        using (writer.Braces($"public {model.BuilderTypeName} {signature}"))
        {
            writer.Line($"_request = {next};").Line("return this;");
        }

        writer.Gap();
    }

    private static void EmitParameterDocumentation(CSharpWriter writer, PropertyModel property, string name)
    {
        string description = Documentation.Escape(property.Description.Length > 0 ? property.Description : $"The parameter '{property.WireName}'.");
        string facts = Documentation.Facts(property);
        Documentation.Parameter(writer, name.TrimStart('@'), facts.Length == 0 ? description : $"{description} {facts}");
    }

    private static void EmitStepAttributes(CSharpWriter writer, PropertyModel property)
    {
        writer.Line($"[{TypeNames.SchemaParameter}({Literals.String(property.WireName)})]");
        Deprecation.Emit(writer, property);
    }
}
