using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What the generated code says of a model's successor (<c>x-replaced-by</c>).</summary>
/// <param name="Slug">The successor's slug.</param>
/// <param name="IsRetired">Whether the API refuses requests to the replaced model.</param>
/// <param name="IsDeprecated">Whether the replaced model is deprecated.</param>
/// <param name="Parameters">The parameters that have another name there, or none.</param>
/// <param name="Values">The values that are written differently there.</param>
internal sealed record ModelReplacement(
    string Slug,
    bool IsRetired,
    bool IsDeprecated,
    ImmutableArray<(string Name, string? Successor)> Parameters,
    ImmutableArray<(string Name, string Value, string Successor)> Values
)
{
    /// <summary>The successor of a request type's model, or <see langword="null"/>.</summary>
    public static ModelReplacement? Of(INamedTypeSymbol type)
    {
        AttributeData[] attributes =
        [
            .. type.GetAttributes()
                .Where(static attribute =>
                    attribute.AttributeClass?.ContainingNamespace is { Name: "Annotations", ContainingNamespace.Name: "Kling" }
                ),
        ];
        return attributes.FirstOrDefault(static attribute => attribute.AttributeClass!.Name == "SchemaReplacedByAttribute") is { } successor
            && Text(successor, 0) is { } slug
            ? new ModelReplacement(
                slug,
                IsSet(successor, "IsRetired"),
                IsSet(successor, "IsDeprecated"),
                Named(attributes, "SchemaReplacedParameterAttribute")
                    .Select(static pair => (Text(pair, 0) ?? "", Text(pair, 1)))
                    .ToImmutableArray(),
                Named(attributes, "SchemaReplacedValueAttribute")
                    .Select(static value => (Text(value, 0) ?? "", Text(value, 1) ?? "", Text(value, 2) ?? ""))
                    .ToImmutableArray()
            )
            : null;
    }

    /// <summary>A parameter's name in the successor, or <see langword="null"/> if it has no counterpart.</summary>
    public string? NameOf(string parameter)
    {
        foreach ((string name, string? successor) in Parameters)
        {
            if (name == parameter)
            {
                return successor;
            }
        }

        return parameter;
    }

    private static IEnumerable<AttributeData> Named(AttributeData[] attributes, string name) =>
        attributes.Where(attribute => attribute.AttributeClass!.Name == name);

    private static string? Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string : null;

    private static bool IsSet(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(named => named.Key == name && named.Value.Value is true);
}
