using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The checks of JSON values: one method per schema, one line per keyword.</summary>
internal static class JsonChecksEmitter
{
    public static void Emit(CSharpWriter writer, JsonChecksModel checks)
    {
        if (checks.Methods.Count + checks.Patterns.Count == 0)
        {
            return;
        }

        writer.Gap().Line("/// <summary>Checks the JSON for the rules of the schema that C# types cannot express.</summary>");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        using (writer.Braces($"file static class {checks.TypeName}"))
        {
            foreach (PatternModel pattern in checks.Patterns)
            {
                writer
                    .Line(
                        $"public static readonly {TypeNames.Pattern} {pattern.Name} = new({Literals.String(pattern.Ecma)}, {Literals.String(pattern.DotNet)});"
                    )
                    .Gap();
            }

            foreach (JsonCheckModel method in checks.Methods)
            {
                EmitMethod(writer, method);
                writer.Gap();
            }
        }
    }

    private static void EmitMethod(CSharpWriter writer, JsonCheckModel method)
    {
        foreach (CheckModel check in method.Checks)
        {
            if (check.Keyword is "enum" or "const")
            {
                writer
                    .Line(
                        $"private static readonly {TypeNames.JsonElement} {Constant(method, check)} = {TypeNames.JsonConstant}.Parse({Literals.String(check.Text)});"
                    )
                    .Gap();
            }
        }

        using (writer.Braces($"public static void {method.Name}({TypeNames.JsonElement} json, ref {TypeNames.Validation} validation)"))
        {
            foreach (CheckModel check in method.Checks)
            {
                EmitCheck(writer, method, check);
            }
        }
    }

    private static void EmitCheck(CSharpWriter writer, JsonCheckModel method, CheckModel check)
    {
        if (check.Keyword is not ("$ref" or "allOf"))
        {
            writer.Line(Statement(method, check));
            return;
        }

        foreach (string target in check.Targets)
        {
            writer.Line($"{target}(json, ref validation);");
        }
    }

    private static string Statement(JsonCheckModel method, CheckModel check) =>
        check.Keyword switch
        {
            "nullable" => $"if (json.ValueKind == {TypeNames.JsonValueKind}.Null) {{ return; }}",
            "false" => "validation.Never(json);",
            "type" =>
                $"validation.Type(json, {string.Join(" | ", check.Names.Select(static name => $"{TypeNames.JsonTypes}.{char.ToUpperInvariant(name[0])}{name.Substring(1)}"))});",
            "enum" or "const" => $"validation.{Method(check)}(json, {Constant(method, check)});",
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" or "format" =>
                $"validation.{Method(check)}(json, {Literals.String(check.Text)});",
            "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" =>
                $"validation.{Method(check)}(json, {check.Text});",
            "pattern" => $"validation.Pattern(json, {check.Patterns[0]});",
            "uniqueItems" => "validation.UniqueItems(json);",
            "items" => $"validation.Items(json, {check.Targets[0]}{(check.Text == "0" ? "" : ", from: " + check.Text)});",
            "prefixItems" or "anyOf" or "oneOf" => $"validation.{Method(check)}(json, [{string.Join(", ", check.Targets)}]);",
            "required" => $"validation.Required(json, [{Strings(check.Names)}]);",
            "properties" => $"validation.Property(json, {Literals.String(check.Names[0])}, {check.Targets[0]});",
            "patternProperties" => $"validation.PatternProperty(json, {check.Patterns[0]}, {check.Targets[0]});",
            "additionalProperties" =>
                $"validation.AdditionalProperties(json, [{Strings(check.Names)}], [{string.Join(", ", check.Patterns)}], {check.Targets[0]});",
            "propertyNames" => $"validation.PropertyNames(json, {check.Targets[0]});",
            "dependentRequired" => $"validation.DependentRequired(json, {Literals.String(check.Text)}, [{Strings(check.Names)}]);",
            _ => throw new NotSupportedException(check.Keyword),
        };

    /// <summary>The name of a check, which is derived from its keyword.</summary>
    private static string Method(CheckModel check) => char.ToUpperInvariant(check.Keyword[0]) + check.Keyword.Substring(1);

    /// <summary>The name of a field. It cannot clash with a method, because method names begin with a capital letter.</summary>
    private static string Constant(JsonCheckModel method, CheckModel check) => check.Keyword + "_" + method.Name;

    private static string Strings(EquatableArray<string> names) => string.Join(", ", names.Select(Literals.String));
}
