using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// Where a value is written: in the initializer of a local or a private field if every read of it is for the same parameter, otherwise
/// where it is used. With another value at its only use, nothing would read it.
/// </summary>
internal static class WrittenValue
{
    public static SyntaxNode Of(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken)
    {
        ISymbol? symbol = value is IdentifierNameSyntax ? model.GetSymbolInfo(value, cancellationToken).Symbol : null;
        if (
            symbol is not (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
            || symbol.DeclaringSyntaxReferences is not { Length: 1 } declarations
            || declarations[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } written } declarator
            || declarator.SyntaxTree != value.SyntaxTree
            || !model.GetConstantValue(written, cancellationToken).HasValue
            || Target(value, model, cancellationToken) is not { } target
            || Scope(declarator, symbol) is not { } scope
        )
        {
            return value;
        }

        return scope
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol)
            )
            .All(name => SymbolEqualityComparer.Default.Equals(Target(name, model, cancellationToken), target))
            ? written
            : value;
    }

    /// <summary>Where all reads of a local or of a private field are, if that is in one file.</summary>
    private static SyntaxNode? Scope(VariableDeclaratorSyntax declarator, ISymbol symbol) =>
        symbol is ILocalSymbol
            ? declarator.FirstAncestorOrSelf<BlockSyntax>() ?? declarator.SyntaxTree.GetRoot()
        : symbol.ContainingType.DeclaringSyntaxReferences.Length == 1 ? declarator.FirstAncestorOrSelf<TypeDeclarationSyntax>()
        : null;

    /// <summary>The type that a literal needs if it replaces a value from which the compiler infers a type.</summary>
    public static ITypeSymbol? OwnType(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = value;
        while (
            node.Parent
            is ParenthesizedExpressionSyntax
                or ConditionalExpressionSyntax
                or SwitchExpressionArmSyntax
                or SwitchExpressionSyntax
        )
        {
            node = node.Parent;
        }

        bool isInferred = node.Parent switch
        {
            InitializerExpressionSyntax { Parent: ImplicitArrayCreationExpressionSyntax } => true,
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } } => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression
                is not MemberAccessExpressionSyntax { Name: GenericNameSyntax }
                && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsGenericMethod: true },
            _ => false,
        };
        return isInferred ? model.GetTypeInfo(value, cancellationToken).Type : null;
    }

    /// <summary>The property or parameter that a value is given to as it is.</summary>
    private static ISymbol? Target(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken) =>
        value.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == value => model
                .GetSymbolInfo(assignment.Left, cancellationToken)
                .Symbol as IPropertySymbol,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } } argument =>
                model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                    ? CallArguments.Parameter(argument, method)
                    : null,
            _ => null,
        };
}
