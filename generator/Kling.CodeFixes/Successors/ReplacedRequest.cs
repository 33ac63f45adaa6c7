using Kling.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>An expression that makes a request to a replaced model, where a request of another type fits too.</summary>
/// <param name="Type">The request type.</param>
/// <param name="IsDeclared">Whether a local of exactly that type is declared for it.</param>
internal sealed record ReplacedRequest(INamedTypeSymbol Type, bool IsDeclared)
{
    /// <summary>The whole expression around the reported node: a creation, or a chain that begins with <c>CreateBuilder</c>.</summary>
    public static ExpressionSyntax? Around(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation && IsHead(creation, node))
        {
            return creation;
        }

        ExpressionSyntax? chain = node.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax first } access when access.Expression == node => first,
            InvocationExpressionSyntax first when first.Expression == node => first,
            _ => null,
        };
        while (chain?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } step && step.Expression == chain)
        {
            chain = next;
        }

        return chain;
    }

    /// <summary>The request that an expression makes, or <see langword="null"/> if what is around it needs exactly this type.</summary>
    public static ReplacedRequest? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        TypeInfo info = model.GetTypeInfo(expression, cancellationToken);
        return info.Type is INamedTypeSymbol { BaseType.Name: "KlingRecord" } type
            && Fits(expression, type, info.ConvertedType, model, cancellationToken)
            ? new ReplacedRequest(type, Local(expression) is { Type.IsVar: false } && IsSame(info.ConvertedType, type))
            : null;
    }

    /// <summary>Puts another request in the place of this one, and its type in the declaration of the local that it is given to.</summary>
    public SyntaxNode Replace(SyntaxNode root, ExpressionSyntax expression, ExpressionSyntax replacement, string type)
    {
        SyntaxNode[] replaced = IsDeclared ? [expression, Local(expression)!.Type] : [expression];
        return root.ReplaceNodes(
            replaced,
            (node, _) => node == expression ? replacement : SyntaxFactory.ParseTypeName(type).WithTriviaFrom(node)
        );
    }

    private static bool IsHead(BaseObjectCreationExpressionSyntax creation, SyntaxNode node) =>
        node == creation || (creation is ObjectCreationExpressionSyntax written && written.Type.Contains(node));

    private static bool Fits(
        ExpressionSyntax expression,
        INamedTypeSymbol type,
        ITypeSymbol? converted,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (Local(expression) is { } local)
        {
            return !IsSame(converted, type)
                || (
                    local.Variables.Count == 1
                    && Uses(local.Variables[0], model, cancellationToken).All(use => FitsUse(use, type, model, cancellationToken))
                );
        }

        bool isDiscarded =
            expression.Parent is AssignmentExpressionSyntax assignment
            && assignment.Right == expression
            && model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IDiscardSymbol;
        return isDiscarded || FitsUse(expression, type, model, cancellationToken);
    }

    /// <summary>Whether an expression of the request's type is used as a request of any type.</summary>
    private static bool FitsUse(ExpressionSyntax use, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken) =>
        use.Parent is MemberAccessExpressionSyntax access && access.Expression == use
            ? model.GetSymbolInfo(access, cancellationToken).Symbol is { ContainingType: { } container }
                && !IsSame(container, type)
                && Generated.Request(container) is null
            : !IsSame(model.GetTypeInfo(use, cancellationToken).ConvertedType, type) && use.Parent is not WithExpressionSyntax;

    private static IEnumerable<ExpressionSyntax> Uses(
        VariableDeclaratorSyntax local,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        ISymbol? symbol = model.GetDeclaredSymbol(local, cancellationToken);
        SyntaxNode scope = local.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax
            ? member
            : local.SyntaxTree.GetRoot(cancellationToken);
        return scope
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == local.Identifier.ValueText
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol)
            );
    }

    /// <summary>The declaration of the local that the expression is given to.</summary>
    private static VariableDeclarationSyntax? Local(ExpressionSyntax expression) =>
        expression.Parent
            is EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } local
                }
            }
            ? local
            : null;

    private static bool IsSame(ITypeSymbol? type, INamedTypeSymbol request) => SymbolEqualityComparer.Default.Equals(type, request);
}
