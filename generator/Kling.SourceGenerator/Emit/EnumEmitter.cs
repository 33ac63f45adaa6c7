using System.Globalization;
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
        if (closed.IsNumbered)
        {
            writer.Line($"[{TypeNames.SchemaNumbered}]");
        }

        using (writer.Braces($"{access} enum {closed.TypeName}{(NeedsInt64(closed) ? " : long" : "")}"))
        {
            foreach (EnumMemberModel member in closed.Members)
            {
                writer.Line($"/// <summary>{Documentation.Code(Json(closed, member))} on the wire.</summary>");
                writer.Line($"{member.Name} = {Number(member.Value)},").Gap();
            }
        }

        EmitConverter(writer.Gap(), closed, access);
    }

    /// <summary>A member's value as JSON.</summary>
    public static string Json(EnumModel closed, EnumMemberModel member) => closed.Kind is EnumKind.String ? JsonPrinter.Quote(member.Wire) : member.Wire;

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
            if (closed.Kind is EnumKind.Mixed)
            {
                string values = Literals.String($"[{string.Join(",", closed.Members.Select(static member => member.Wire))}]");
                writer.Line($"private static readonly {TypeNames.JsonElement} Values = {TypeNames.JsonConstant}.Parse({values});").Gap();
            }

            EmitIsDefined(writer, closed);
            EmitTryRead(writer.Gap(), closed);
            EmitWrite(writer.Gap(), closed);
        }
    }

    private static void EmitIsDefined(CSharpWriter writer, EnumModel closed)
    {
        EnumMemberModel first = closed.Members[0];
        EnumMemberModel last = closed.Members[closed.Members.Count - 1];
        bool areConsecutive = closed.Members.Count > 1 && closed.Members.Select((member, index) => member.Value == first.Value + index).All(static isNext => isNext);
        string pattern = areConsecutive
            ? $">= {closed.TypeName}.{first.Name} and <= {closed.TypeName}.{last.Name}"
            : string.Join(" or ", closed.Members.Select(member => $"{closed.TypeName}.{member.Name}"));
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override bool IsDefined({closed.TypeName} value) => value is {pattern};");
    }

    private static void EmitTryRead(CSharpWriter writer, EnumModel closed)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public override bool TryRead({TypeNames.JsonElement} json, out {closed.TypeName} value)"))
        {
            string read = closed.Kind switch
            {
                EnumKind.String => "String(json)",
                EnumKind.Integer => "Integer(json)",
                _ => "IndexOf(json, Values)",
            };
            using (writer.Braces($"{closed.TypeName}? member = {read} switch", "};"))
            {
                for (int i = 0; i < closed.Members.Count; i++)
                {
                    EnumMemberModel member = closed.Members[i];
                    string pattern = closed.Kind switch
                    {
                        EnumKind.String => Literals.String(member.Wire),
                        EnumKind.Integer => Literals.Int64(member.Wire),
                        _ => Number(i),
                    };
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
            if (closed.Kind is EnumKind.Integer)
            {
                writer.Line("writer.WriteNumberValue((long)value);");
                return;
            }

            using (writer.Braces("switch (value)"))
            {
                foreach (EnumMemberModel member in closed.Members)
                {
                    string method = closed.Kind is EnumKind.String ? "WriteStringValue" : "WriteRawValue";
                    writer.Line($"case {closed.TypeName}.{member.Name}: writer.{method}({Literals.Utf8(member.Wire)}); break;");
                }

                writer.Line("default: WriteUndefined(writer, (long)value); break;");
            }
        }
    }

    private static bool NeedsInt64(EnumModel closed) => closed.Members.Any(static member => member.Value is < int.MinValue or > int.MaxValue);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
