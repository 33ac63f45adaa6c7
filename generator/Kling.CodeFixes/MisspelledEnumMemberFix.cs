using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>The compiler's CS0117 on an enum of a model: replaces the unknown name with the nearest member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspelledEnumMemberFix))]
public sealed class MisspelledEnumMemberFix() : SyntaxFix("CS0117")
{
    private protected override SyntaxEdit? Plan(IReadOnlyList<SyntaxNode> nodes, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (nodes[0] is not IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } written
            || access.Name != written
            || model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            || !IsGenerated(type))
        {
            return null;
        }

        IEnumerable<string> members = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).Select(static field => field.Name);
        return NearestName.Among(members, written.Identifier.ValueText) is { } nearest
            ? SyntaxEdit.Replace($"Did you mean '{nearest}'?", SyntaxFactory.IdentifierName(nearest))
            : null;
    }

    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value is "Kling.SourceGenerator");
}
