using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>
/// <c>[Obsolete]</c>: what is deprecated is still served; a retired model is not. Of a model with a successor the analyzers tell instead,
/// because they can move a request to it.
/// </summary>
internal static class Deprecation
{
    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        if (model.ReplacedBy is { } successor)
        {
            Emit(writer, successor, model.IsRetired ? ", IsRetired = true" : model.IsDeprecated ? ", IsDeprecated = true" : "");
        }
        else if (model.IsRetired || model.IsDeprecated)
        {
            string state = model.IsRetired ? "retired: the API refuses its requests" : "deprecated";
            Emit(writer, WithAdvice($"The model '{model.Slug}' is {state}.", model.Request.Description));
        }
    }

    private static void Emit(CSharpWriter writer, ReplacementModel successor, string state)
    {
        writer.Line($"[{TypeNames.SchemaReplacedBy}({Literals.String(successor.Slug)}{state})]");
        foreach (ReplacedParameterModel parameter in successor.Parameters)
        {
            string name = parameter.Successor is { } other ? Literals.String(other) : "null";
            writer.Line($"[{TypeNames.SchemaReplacedParameter}({Literals.String(parameter.Name)}, {name})]");
        }

        foreach (ReplacedValueModel value in successor.Values)
        {
            writer.Line(
                $"[{TypeNames.SchemaReplacedValue}({Literals.String(value.Name)}, {Literals.String(value.Value)}, {Literals.String(value.Successor)})]"
            );
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
