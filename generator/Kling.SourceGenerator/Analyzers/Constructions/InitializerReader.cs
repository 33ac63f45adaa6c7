using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Object initialisers and <c>with</c>.</summary>
internal static class InitializerReader
{
    public static Construction? Read(ExpressionSyntax? expression, SemanticModel model, KnownSymbols known, CancellationToken cancellation)
    {
        InitializerExpressionSyntax? initializer = expression switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            _ => null,
        };
        if (expression is null || initializer is null
            || model.GetTypeInfo(expression, cancellation).Type is not INamedTypeSymbol type
            || !known.UsesRuntime(type.ContainingAssembly)
            || known.ShapeOf(type) is not { } shape)
        {
            return null;
        }

        var assigned = ImmutableDictionary.CreateBuilder<string, ParameterValue>(StringComparer.Ordinal);
        foreach (AssignmentExpressionSyntax assignment in initializer.Expressions.OfType<AssignmentExpressionSyntax>())
        {
            if (model.GetSymbolInfo(assignment.Left, cancellation).Symbol is IPropertySymbol property && shape.NameOf(property) is { } name)
            {
                var value = new PlacedValue(assignment.Right, assignment.Right, model, property.Type);
                assigned[name] = ParameterValue.Cleared with { Value = value };
            }
        }

        return new Construction(shape, Place(expression), assigned.ToImmutable(), IsWhole: expression is BaseObjectCreationExpressionSyntax && !IsContinued(expression));
    }

    private static Location Place(ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        _ => expression.GetLocation(),
    };

    /// <summary>
    /// Whether more may be assigned later: a <c>with</c> on the object or on what it was stored in. If an object is stored in a
    /// field or returned, this is not known.
    /// </summary>
    private static bool IsContinued(ExpressionSyntax creation)
    {
        SyntaxNode node = creation;
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            WithExpressionSyntax => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator } => IsBase(declarator.Identifier.ValueText, declarator),
            EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax or LambdaExpressionSyntax => true,
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: not IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
            _ => false,
        };
    }

    private static bool IsBase(string name, SyntaxNode declarator) => declarator.SyntaxTree.GetRoot().DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(identifier => identifier.Identifier.ValueText == name && identifier.Parent is WithExpressionSyntax or ReturnStatementSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Unset" });
}
