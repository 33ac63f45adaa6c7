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
                .SelectMany(static assembly => Generated.Attributes(assembly, "SchemaModelAttribute"))
                .Select(static attribute =>
                    (Slug: Generated.Argument<string>(attribute, 0), Request: Generated.Argument<ITypeSymbol>(attribute, 1))
                )
                .Where(static model => model is { Slug: not null, Request: not null })
                .Select(static model => new Suggestion(model.Slug!, model.Request!.Name))
                .GroupBy(static suggestion => suggestion.Text, StringComparer.Ordinal)
                .Select(static same => same.First())
                .OrderBy(static suggestion => suggestion.Text, StringComparer.Ordinal),
        ];
}
