using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.CodeFixes;

/// <summary>KLING108: replaces an undefined enum value with the nearest member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestEnumMemberFix))]
public sealed class NearestEnumMemberFix() : SyntaxFix("KLING108")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (!diagnostic.Properties.TryGetValue("Nearest", out string? nearest) || nearest is null)
        {
            return null;
        }

        TypeInfo type = model.GetTypeInfo(nodes[0], cancellationToken);
        return (EnumMembers.EnumOf(type.Type) ?? EnumMembers.EnumOf(type.ConvertedType)) is { } enumType
            ? SyntaxEdit.Replace(
                $"Did you mean '{nearest}'?",
                SyntaxFactory.ParseExpression($"{enumType.ToMinimalDisplayString(model, nodes[0].SpanStart)}.{nearest}"),
                WrittenValue.Of(nodes[0], model, cancellationToken)
            )
            : null;
    }
}
