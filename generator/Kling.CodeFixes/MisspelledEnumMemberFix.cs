using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// The compiler's CS0117 on an enum of a model: replaces the unknown name with the member whose value in the JSON it is, or with the
/// nearest member.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspelledEnumMemberFix))]
public sealed class MisspelledEnumMemberFix() : SyntaxFix("CS0117")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            nodes[0] is not IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } written
            || access.Name != written
            || model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            || !EnumMembers.IsGenerated(type)
        )
        {
            return null;
        }

        string name = written.Identifier.ValueText;
        return
            (EnumMembers.WithLetters(type, name) ?? NearestName.Among(EnumMembers.Of(type).Select(static field => field.Name), name))
                is { } nearest
            ? SyntaxEdit.Replace($"Did you mean '{nearest}'?", SyntaxFactory.IdentifierName(nearest))
            : null;
    }
}
