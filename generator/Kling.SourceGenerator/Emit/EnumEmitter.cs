using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Emit;

/// <summary>A closed enum and how it travels.</summary>
internal static class EnumEmitter
{
    public static void Emit(CSharpWriter writer, EnumModel closed, RequestModel model)
    {
        string access = RequestFileEmitter.Access(model);
        Documentation.Summary(writer, closed.Description, "A closed set of values.");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        writer.Line($"[{TypeNames.JsonConverterAttribute}(typeof({closed.ConverterTypeName}))]");
        using (writer.Braces($"{access} enum {closed.TypeName}{(NeedsInt64(closed) ? " : long" : "")}"))
        {
            foreach (EnumMemberModel member in closed.Members)
            {
                writer.Line($"/// <summary>{Documentation.Code(Json(closed, member))} on the wire.</summary>");
                writer.Line($"{member.Name} = {member.Value},").Gap();
            }
        }

        EmitConverter(writer.Gap(), closed, access);
    }

    /// <summary>A member's value as JSON.</summary>
    public static string Json(EnumModel closed, EnumMemberModel member) => closed.IsInteger ? member.Wire : JsonPrinter.Quote(member.Wire);

    private static void EmitConverter(CSharpWriter writer, EnumModel closed, string access)
    {
        string type = closed.TypeName;
        string converter = closed.ConverterTypeName;
        writer.Line($"/// <summary>How <see cref=\"{type}\"/> travels.</summary>");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        writer.Line($"[{TypeNames.EditorBrowsable}]");
        using (writer.Braces($"{access} sealed class {converter} : {TypeNames.EnumJsonConverter}<{type}>"))
        {
            writer.Line("/// <summary>The one that the requests use.</summary>");
            writer.Line($"public static {converter} Instance {{ get; }} = new();").Gap();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override string Allowed => {Literals.String(string.Join(", ", closed.Members.Select(member => Json(closed, member))))};").Gap();
            EmitIsDefined(writer, closed);
            EmitTryRead(writer.Gap(), closed);
            EmitWrite(writer.Gap(), closed);
        }
    }

    private static void EmitIsDefined(CSharpWriter writer, EnumModel closed)
    {
        // Names in the schema's order have consecutive numbers; integers keep their own.
        string pattern = closed.IsInteger
            ? string.Join(" or ", closed.Members.Select(member => $"{closed.TypeName}.{member.Name}"))
            : $">= {closed.TypeName}.{closed.Members[0].Name} and <= {closed.TypeName}.{closed.Members[closed.Members.Count - 1].Name}";
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override bool IsDefined({closed.TypeName} value) => value is {pattern};");
    }

    private static void EmitTryRead(CSharpWriter writer, EnumModel closed)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public override bool TryRead({TypeNames.JsonElement} json, out {closed.TypeName} value)"))
        {
            using (writer.Braces($"{closed.TypeName}? member = {(closed.IsInteger ? "Integer" : "String")}(json) switch", "};"))
            {
                foreach (EnumMemberModel member in closed.Members)
                {
                    string pattern = closed.IsInteger ? Literals.Int64(member.Wire) : Literals.String(member.Wire);
                    writer.Line($"{pattern} => {closed.TypeName}.{member.Name},");
                }

                writer.Line($"_ => ({closed.TypeName}?)null,");
            }

            writer.Line("value = member.GetValueOrDefault();").Line("return member is not null;");
        }
    }

    private static void EmitWrite(CSharpWriter writer, EnumModel closed)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public override void Write({TypeNames.Utf8JsonWriter} writer, {closed.TypeName} value)"))
        {
            writer.Line($"{TypeNames.ArgumentNullException}.ThrowIfNull(writer);");
            if (closed.IsInteger)
            {
                writer.Line("writer.WriteNumberValue((long)value);");
                return;
            }

            using (writer.Braces("switch (value)"))
            {
                foreach (EnumMemberModel member in closed.Members)
                {
                    writer.Line($"case {closed.TypeName}.{member.Name}: writer.WriteStringValue({Literals.Utf8(member.Wire)}); break;");
                }

                writer.Line("default: writer.WriteNumberValue((long)value); break;");
            }
        }
    }

    private static bool NeedsInt64(EnumModel closed) =>
        closed.Members.Any(static member => !int.TryParse(member.Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _));
}
