using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Objects that a field or a property is declared with. What is wrong with one of them is shown there, because that is what has to be
/// corrected, and once, however often the member is used.
/// </summary>
internal static class MemberValue
{
    /// <summary>
    /// The value at the declaration of its member, or the value itself if it does not come from one; <see langword="null"/> if an earlier use
    /// already shows it there.
    /// </summary>
    /// <param name="value">The value that a member gives.</param>
    /// <param name="isSame">Whether a property or a parameter is one for which the same mistake is reported.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static PlacedValue? Shown(PlacedValue value, Func<ISymbol, bool> isSame, CancellationToken cancellation)
    {
        if (
            value.IsInPlace
            || value.Place is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || value.Place.SyntaxTree != value.Value.SyntaxTree
            || value.Value is not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            || value.Model.GetSymbolInfo(value.Place, cancellation).Symbol is not { } member
            || !IsDeclaredWith(member, value.Value, cancellation)
        )
        {
            return value;
        }

        bool isFirst = !value
            .Place.SyntaxTree.GetRoot(cancellation)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .TakeWhile(name => name.Span.End < value.Place.Span.End)
            .Any(name =>
                name.Identifier.ValueText == member.Name
                && SymbolEqualityComparer.Default.Equals(value.Model.GetSymbolInfo(name, cancellation).Symbol, member)
                && Target(name, value.Model, cancellation) is { } target
                && isSame(target)
            );
        return isFirst ? value with { Place = value.Value } : null;
    }

    private static bool IsDeclaredWith(ISymbol member, ExpressionSyntax value, CancellationToken cancellation) =>
        member is IFieldSymbol or IPropertySymbol
        && member.DeclaringSyntaxReferences is { Length: 1 } declarations
        && declarations[0].GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value == value,
            PropertyDeclarationSyntax property => (property.Initializer?.Value ?? property.ExpressionBody?.Expression) == value,
            _ => false,
        };

    /// <summary>The property or the parameter that a member is given to as it is.</summary>
    private static ISymbol? Target(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return use.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == use => model.GetSymbolInfo(assignment.Left, cancellation).Symbol,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
                when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method => CallArguments.Parameter(argument, method),
            _ => null,
        };
    }
}
