using Kling.Completion;
using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>Where the parameters of a replaced model are in its successor.</summary>
/// <param name="replacement">What the replaced model says.</param>
/// <param name="successor">The successor's request type.</param>
/// <param name="position">Where names are written.</param>
/// <param name="model">The semantic model.</param>
/// <param name="cancellationToken">Cancels the search.</param>
internal sealed class SuccessorNames(
    ModelReplacement replacement,
    INamedTypeSymbol successor,
    int position,
    SemanticModel model,
    CancellationToken cancellationToken
)
{
    public INamedTypeSymbol Successor { get; } = successor;

    public SemanticModel Model { get; } = model;

    public CancellationToken Cancellation { get; } = cancellationToken;

    /// <summary>The name of a type as it is written here.</summary>
    public string TypeName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(Model, position);

    /// <summary>The successor's property for a parameter of the replaced model, or <see langword="null"/>.</summary>
    public IPropertySymbol? Property(string parameter) =>
        replacement.NameOf(parameter) is { } name ? Property(Successor, name) : null;

    /// <summary>A record's property for a parameter.</summary>
    public static IPropertySymbol? Property(ITypeSymbol record, string name) =>
        Generated.Properties(record).FirstOrDefault(property => Generated.WireName(property) == name);

    /// <summary>A value of a parameter as one of its counterpart, or <see langword="null"/> if it is not known to be one.</summary>
    public ExpressionSyntax? Value(string parameter, ExpressionSyntax value, ITypeSymbol type) =>
        new SuccessorValue(this, replacement.Values.Where(pair => pair.Name == parameter).ToList()).Of(value, type);
}
