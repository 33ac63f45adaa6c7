using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>The property or parameter that a value in code is for, or an item of it.</summary>
/// <param name="Symbol">The symbol with the attributes of its constraints.</param>
/// <param name="ItemDepth">0 for the value itself, 1 for an item of it, 2 for an item of its items.</param>
internal sealed record ConstrainedTarget(ISymbol Symbol, int ItemDepth)
{
    /// <summary>The type of the value, without its lists and without <c>?</c>.</summary>
    public ITypeSymbol? Type
    {
        get
        {
            ITypeSymbol? type = (Symbol as IPropertySymbol)?.Type ?? (Symbol as IParameterSymbol)?.Type;
            while (type is INamedTypeSymbol { TypeArguments.Length: 1 } outer)
            {
                type = outer.TypeArguments[0];
            }

            return type;
        }
    }

    /// <summary>The nearest target around a value that has constraints of numbers.</summary>
    public static ConstrainedTarget? Of(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken)
    {
        int depth = 0;
        for (
            SyntaxNode node = value;
            node.Parent is { } parent and not (StatementSyntax or AnonymousFunctionExpressionSyntax);
            node = parent
        )
        {
            ISymbol? symbol = parent switch
            {
                AssignmentExpressionSyntax assignment when assignment.Right == node => model
                    .GetSymbolInfo(assignment.Left, cancellationToken)
                    .Symbol,
                ArgumentSyntax argument => ParameterOf(argument, model, cancellationToken),
                _ => null,
            };
            if (symbol is not null && symbol.GetAttributes().Any(IsOfNumbers))
            {
                return new ConstrainedTarget(symbol, depth);
            }

            bool isItem =
                parent
                is ExpressionElementSyntax
                    or ArgumentSyntax
                    or InitializerExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression
                    };
            depth += isItem ? 1 : 0;
        }

        return null;
    }

    /// <summary>The arguments of the constraint's attribute, and its named ones.</summary>
    public AttributeData? Constraint(string name) =>
        Symbol
            .GetAttributes()
            .FirstOrDefault(attribute =>
                attribute.AttributeClass?.Name == name
                && (attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == nameof(ItemDepth)).Value.Value as int? ?? 0)
                    == ItemDepth
            );

    private static bool IsOfNumbers(AttributeData attribute) =>
        attribute.AttributeClass
            is {
                Name: AllowedNumbers.Range or AllowedNumbers.MultipleOf,
                ContainingNamespace: { Name: "Annotations", ContainingNamespace.Name: "Kling" }
            };

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken) =>
        argument.Parent is ArgumentListSyntax { Parent: { } call }
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            ? CallArguments.Parameter(argument, method)
            : null;
}
