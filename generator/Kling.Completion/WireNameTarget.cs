using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>A parameter's name in the JSON.</summary>
internal sealed class WireNameTarget : StringTarget
{
    private readonly ITypeSymbol _record;
    private readonly bool _onlyOptional;

    private WireNameTarget(ITypeSymbol record, bool onlyOptional)
        : base(isWhole: true)
    {
        _record = record;
        _onlyOptional = onlyOptional;
    }

    public static WireNameTarget Of(ITypeSymbol record, bool onlyOptional) => new(record, onlyOptional);

    /// <inheritdoc/>
    public override IReadOnlyList<Suggestion> Suggestions(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation) =>
        [
            .. Generated
                .Properties(_record)
                .Where(property => !(_onlyOptional && property.IsRequired))
                .Select(static property => new Suggestion(Generated.WireName(property)!, property.Name)),
        ];
}
