using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.CodeFixes;

/// <summary>KLING101, KLING102, KLING103: a number out of range, or not a multiple, becomes the nearest number that is allowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClampToBoundFix))]
public sealed class ClampToBoundFix() : SyntaxFix("KLING101", "KLING102", "KLING103")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        _ = diagnostic.Properties.TryGetValue("Limit", out string? limit);
        if (ConstrainedTarget.Of(nodes[0], model, cancellationToken) is { } target)
        {
            limit = AllowedNumbers.Of(target).Nearest(diagnostic.Id, limit);
        }

        if (limit is null)
        {
            return null;
        }

        SyntaxNode written = WrittenValue.Of(nodes[0], model, cancellationToken);
        bool isWhole = limit.All(static character => character is '-' or (>= '0' and <= '9'));
        if (!isWhole && model.GetTypeInfo(written, cancellationToken).Type?.SpecialType is not SpecialType.System_Double)
        {
            written = nodes[0];
        }

        string suffix = WrittenValue.OwnType(written, model, cancellationToken)?.SpecialType switch
        {
            SpecialType.System_Double when isWhole => ".0",
            SpecialType.System_Int64 => "L",
            _ => "",
        };
        return SyntaxEdit.Replace($"Use {limit}", SyntaxFactory.ParseExpression(limit + suffix), written);
    }
}
