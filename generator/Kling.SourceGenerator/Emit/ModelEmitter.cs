using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The model that a request is for, with its schema.</summary>
internal static class ModelEmitter
{
    public static void Emit(CSharpWriter writer, RequestModel model)
    {
        string create = $"{TypeNames.Model}.Create<{model.Request.TypeName}>";
        writer.Line($"/// <summary>The model: {Documentation.Code(model.Slug)}.</summary>");
        writer.Line($"public static {TypeNames.Model} Model {{ get; }} = {create}(");
        using (writer.Indented())
        {
            writer.Line($"slug: {Literals.String(model.Slug)},");

            writer.Line($"schema: {Literals.Json(model.SchemaJson)});");
        }

        writer.Gap().Line($"{TypeNames.Model} {TypeNames.IRequest}.Model => Model;");
    }
}
