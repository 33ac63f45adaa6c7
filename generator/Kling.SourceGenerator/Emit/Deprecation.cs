using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary><c>[Obsolete]</c>: what is deprecated is still served; a retired model is not.</summary>
internal static class Deprecation
{
    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        if (model.IsRetired || model.IsDeprecated)
        {
            Emit(writer, $"The model '{model.Slug}' is {(model.IsRetired ? "retired: the API refuses its requests" : "deprecated")}.");
        }
    }

    public static void Emit(CSharpWriter writer, PropertyModel property)
    {
        if (property.IsObsolete)
        {
            Emit(writer, $"The parameter '{property.WireName}' is deprecated.");
        }
    }

    private static void Emit(CSharpWriter writer, string message) => writer.Line($"[{TypeNames.Obsolete}({Literals.String(message)})]");
}
