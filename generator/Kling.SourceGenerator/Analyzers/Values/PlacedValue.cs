using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>An expression whose value goes somewhere.</summary>
/// <param name="Place">Where a mistake is shown: the expression itself, or the name of the constant that has its value.</param>
/// <param name="Value">The expression that gives the value.</param>
/// <param name="Model">What the expression means; it may be in another file than the place.</param>
/// <param name="Target">The type that the value is converted to.</param>
/// <param name="IsSettled">Whether nothing can have changed the items of a list since the expression gave it.</param>
internal sealed record PlacedValue(
    ExpressionSyntax Place,
    ExpressionSyntax Value,
    SemanticModel Model,
    ITypeSymbol? Target,
    bool IsSettled = true
)
{
    /// <summary>A value and its location, or <see langword="null"/> if it is not in the source.</summary>
    public static PlacedValue? Of(IOperation value, ITypeSymbol target) =>
        value.Syntax is ExpressionSyntax expression && value.SemanticModel is { } model
            ? new PlacedValue(expression, expression, model, target)
            : null;

    /// <summary>Whether the expression itself is at the place: only then can its parts be shown.</summary>
    public bool IsInPlace => Place == Value;

    /// <summary>A part of the expression, or an expression that gives it its value.</summary>
    public PlacedValue Part(ExpressionSyntax part, ITypeSymbol? target) =>
        this with
        {
            Place = IsInPlace ? part : Place,
            Value = part,
            Target = target,
        };

    /// <summary>The value if the compiler knows it.</summary>
    public Optional<object?> Constant() => Model.GetConstantValue(Value);

    /// <summary>What is known of the value.</summary>
    public KnownValue Known(CancellationToken cancellation) => new Evaluator(cancellation).Of(this);

    /// <summary>The type of the expression, or the one that it takes from its place.</summary>
    public ITypeSymbol? Type()
    {
        TypeInfo info = Model.GetTypeInfo(Value);
        return info.Type ?? info.ConvertedType;
    }
}
