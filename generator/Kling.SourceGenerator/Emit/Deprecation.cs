using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary><c>[Obsolete]</c>: what is deprecated is still served; a retired model is not.</summary>
internal static class Deprecation
{
    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        if (model.IsRetired || model.IsDeprecated)
        {
            string state = model.IsRetired ? "retired: the API refuses its requests" : "deprecated";
            Emit(writer, WithAdvice($"The model '{model.Slug}' is {state}.", model.Request.Description));
        }
    }

    public static void Emit(CSharpWriter writer, PropertyModel property)
    {
        if (property.IsObsolete)
        {
            Emit(writer, WithAdvice($"The parameter '{property.WireName}' is deprecated.", property.Description));
        }
    }

    /// <summary>The schema's description, which says what to use instead.</summary>
    private static string WithAdvice(string message, string description) => description.Length == 0 ? message : $"{message} {description}";

    private static void Emit(CSharpWriter writer, string message) => writer.Line($"[{TypeNames.Obsolete}({Literals.String(message)})]");
}
