using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>The catalogue: every model of the assembly.</summary>
internal static class CatalogueEmitter
{
    public static SourceText Emit(CatalogueModel catalogue, ProjectOptions options)
    {
        var writer = new CSharpWriter();
        writer.Lines(RequestFileEmitter.Header);
        writer.Line("#pragma warning disable CS0612, CS0618 // A deprecated model is still listed.");
        writer.Gap();
        foreach (CatalogueEntry entry in catalogue.Entries)
        {
            writer.Line($"[assembly: {TypeNames.SchemaModel}({Literals.String(entry.Slug)}, typeof(global::{entry.RequestType}))]");
        }

        writer.Gap().Line($"namespace {CSharpName.Namespace(options.Namespace)};").Gap();
        writer.Line("/// <summary>The models of this assembly.</summary>");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        using (writer.Braces($"{(options.IsPublic ? "public" : "internal")} static partial class KlingModels"))
        {
            writer.Line("/// <summary>Every model, in the order of the slugs.</summary>");
            writer.Line($"public static {TypeNames.IReadOnlyList}<{TypeNames.Model}> All {{ get; }} =");
            writer.Line("[");
            using (writer.Indented())
            {
                foreach (CatalogueEntry entry in catalogue.Entries)
                {
                    writer.Line($"global::{entry.RequestType}.Model,");
                }
            }

            writer.Line("];").Gap();
            writer.Line("/// <summary>Finds a model of this assembly by its slug.</summary>");
            writer.Line("/// <param name=\"slug\">The model's name in the API's URLs. Its case matters.</param>");
            writer.Line("/// <returns>The model, or <see langword=\"null\"/> if there is none.</returns>");
            writer.Line($"public static {TypeNames.Model}? Find(string slug) => {TypeNames.Enumerable}.FirstOrDefault(All, model => model.Slug == slug);").Gap();
            writer.Line(
                "/// <summary>Gives System.Text.Json the metadata of the request types, for a <c>TypeInfoResolverChain</c>.</summary>"
            );
            writer.Line(
                $"public static {TypeNames.ITypeInfoResolver} JsonTypeInfoResolver {{ get; }} = new {TypeNames.TypeInfoResolver}(All);"
            );
        }

        return writer.ToSourceText();
    }
}
