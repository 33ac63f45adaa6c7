using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Which locals and fields have one value for good, and the expression that gives it.</summary>
internal static class SingleAssignment
{
    /// <summary>The expression that a local, a constant or a <c>static readonly</c> field gets its value from, if nothing else can give it another.</summary>
    public static ExpressionSyntax? Value(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol is not (ILocalSymbol { IsRef: false } or IFieldSymbol { IsConst: true } or IFieldSymbol { IsStatic: true, IsReadOnly: true })
            || symbol.DeclaringSyntaxReferences.Length != 1
            || symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator)
        {
            return null;
        }

        IEnumerable<SyntaxNode> scopes = symbol is IFieldSymbol field
            ? field.ContainingType.StaticConstructors.SelectMany(static constructor => constructor.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(cancellation))
            : [Body(declarator)];
        IdentifierNameSyntax[] writes = [.. scopes.SelectMany(scope => Writes(scope, symbol.Name)).Take(2)];
        return (declarator.Initializer?.Value, writes.Length) switch
        {
            ({ } initializer, 0) => initializer,
            (null, 1) when symbol is ILocalSymbol => Assigned(writes[0], declarator),
            _ => null,
        };
    }

    /// <summary>
    /// What a local without an initialiser is given. The compiler lets it be read only where it surely has been assigned: if there is
    /// one assignment, whatever stands around that, its value is the only one that can be read.
    /// </summary>
    private static ExpressionSyntax? Assigned(IdentifierNameSyntax local, VariableDeclaratorSyntax declarator) =>
        local.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && assignment.Right is not RefExpressionSyntax
        && declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent is { } block
        && (block is GlobalStatementSyntax ? block.Parent : block)!.Contains(local)
            ? assignment.Right
            : null;

    // Names alone decide: another variable of the same name that is written to only makes a value unknown.
    private static IEnumerable<IdentifierNameSyntax> Writes(SyntaxNode scope, string name) => scope.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Identifier.ValueText == name && IsWritten(identifier));

    /// <summary>The member, or the top-level statements, that a node stands in.</summary>
    public static SyntaxNode Body(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) is { } member and not BaseNamespaceDeclarationSyntax
            ? member
            : node.SyntaxTree.GetRoot();

    private static bool IsWritten(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        RefExpressionSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
        ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),
        MemberAccessExpressionSyntax access when access.Name == expression => IsWritten(access),
        _ => false,
    };
}
