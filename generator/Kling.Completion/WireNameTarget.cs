using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>A parameter's name in the JSON.</summary>
internal sealed class WireNameTarget(ITypeSymbol record, bool onlyOptional) : StringTarget(isWhole: true)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Suggestion> Suggestions(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation) =>
        [
            .. Generated
                .Properties(record)
                .Where(property => !(onlyOptional && property.IsRequired))
                .Select(static property => new Suggestion(Generated.WireName(property)!, property.Name)),
        ];
}
