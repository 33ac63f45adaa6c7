using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Object initialisers and <c>with</c>.</summary>
internal static class InitializerReader
{
    // A base may be a local whose value is a `with` itself.
    private const int MostBases = 8;

    public static Construction? Read(
        ExpressionSyntax? expression,
        SemanticModel model,
        KnownSymbols known,
        CancellationToken cancellation
    ) =>
        expression is BaseObjectCreationExpressionSyntax { Initializer: not null } or WithExpressionSyntax
            ? Read(expression, MostBases, model, known, cancellation)
            : null;

    private static Construction? Read(
        ExpressionSyntax expression,
        int bases,
        SemanticModel model,
        KnownSymbols known,
        CancellationToken cancellation
    )
    {
        if (
            model.GetTypeInfo(expression, cancellation).Type is not INamedTypeSymbol type
            || !known.UsesRuntime(type.ContainingAssembly)
            || known.ShapeOf(type) is not { } shape
        )
        {
            return null;
        }

        Construction? given = expression is WithExpressionSyntax with ? Base(with, bases, model, known, cancellation) : null;
        InitializerExpressionSyntax? initializer =
            (expression as WithExpressionSyntax)?.Initializer ?? (expression as BaseObjectCreationExpressionSyntax)?.Initializer;
        ImmutableDictionary<string, ParameterValue>.Builder assigned = (given?.Assigned ?? Construction.Nothing).ToBuilder();
        foreach (AssignmentExpressionSyntax assignment in initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            if (model.GetSymbolInfo(assignment.Left, cancellation).Symbol is IPropertySymbol property && shape.NameOf(property) is { } name)
            {
                var value = new PlacedValue(assignment.Right, assignment.Right, model, property.Type);
                assigned[name] = ParameterValue.Cleared with { Value = value };
            }
        }

        return new Construction(
            shape,
            expression,
            Place(expression),
            assigned.ToImmutable(),
            IsWhole: expression is BaseObjectCreationExpressionSyntax || given is { IsWhole: true },
            new Lazy<UseKind>(() => new FinalUse(model, known, cancellation).Of(expression))
        );
    }

    /// <summary>
    /// What a <c>with</c> copies, if it is known: an object that is constructed in place, or the value of a local that has no other.
    /// </summary>
    private static Construction? Base(
        WithExpressionSyntax with,
        int bases,
        SemanticModel model,
        KnownSymbols known,
        CancellationToken cancellation
    )
    {
        var copied = new PlacedValue(with.Expression, with.Expression, model, Target: null);
        if (bases == 0 || ValueReader.Single(copied, cancellation) is not { } source)
        {
            return null;
        }

        Construction? given = source.Value switch
        {
            BaseObjectCreationExpressionSyntax or WithExpressionSyntax => Read(source.Value, bases - 1, source.Model, known, cancellation),
            InvocationExpressionSyntax call
                when new ChainReader(source.Model, known, cancellation).Read(call) is { IsFinal: true } built => built,
            _ => null,
        };
        return given is null || with.Contains(source.Value)
            ? given
            : given with
            {
                Assigned = given.Assigned.ToImmutableDictionary(
                    static pair => pair.Key,
                    pair => pair.Value.At(with.Expression),
                    StringComparer.Ordinal
                ),
            };
    }

    private static Location Place(ExpressionSyntax expression) =>
        expression switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
            WithExpressionSyntax with => with.WithKeyword.GetLocation(),
            _ => expression.GetLocation(),
        };
}
