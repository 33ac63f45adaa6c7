using System.Globalization;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Emit;

/// <summary>A closed enum with its JSON values.</summary>
internal static class EnumEmitter
{
    public static void Emit(CSharpWriter writer, EnumModel closed, RequestModel model)
    {
        Documentation.Summary(writer, closed.Description, "The allowed values.");
        string values = Literals.Json($"[{string.Join(",", closed.Members.Select(member => Json(closed, member)))}]");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        writer.Line($"[{TypeNames.JsonConverterAttribute}(typeof({TypeNames.EnumJsonConverter}<{closed.TypeName}>))]");
        writer.Line($"[{TypeNames.SchemaEnumValues}({values}{(closed.IsNumbered ? ", AreNumbered = true" : "")})]");
        using (writer.Braces($"{RequestFileEmitter.Access(model)} enum {closed.TypeName}{(closed.Is64Bit ? " : long" : "")}"))
        {
            foreach (EnumMemberModel member in closed.Members)
            {
                writer.Line($"/// <summary>{Documentation.Code(Json(closed, member))} in the JSON.</summary>");
                writer.Line($"{member.Name} = {member.Value.ToString(CultureInfo.InvariantCulture)},");
            }
        }
    }

    /// <summary>A member's value as JSON.</summary>
    public static string Json(EnumModel closed, EnumMemberModel member) =>
        closed.Kind is EnumKind.String ? JsonPrinter.Quote(member.Wire) : member.Wire;
}
