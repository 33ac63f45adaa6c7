using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>A model's slug: those of this assembly and of the assemblies that it references.</summary>
internal sealed class SlugTarget() : StringTarget(isWhole: true)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Suggestion> Suggestions(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation) =>
        [
            .. model
                .Compilation.SourceModule.ReferencedAssemblySymbols.Prepend(model.Compilation.Assembly)
                .SelectMany(Generated.Models)
                .GroupBy(static known => known.Slug, StringComparer.Ordinal)
                .OrderBy(static known => known.Key, StringComparer.Ordinal)
                .Select(static known => new Suggestion(known.Key, known.First().Request.Name)),
        ];
}
