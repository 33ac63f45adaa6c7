using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>A generated record: its parameters by their wire names, and what the schema says of several at once.</summary>
/// <param name="Type">The record.</param>
/// <param name="Properties">The declared parameters, in the schema's order.</param>
/// <param name="References">Texts that name items of lists.</param>
/// <param name="Dependents">Parameters that need others.</param>
internal sealed record RecordShape(
    INamedTypeSymbol Type,
    ImmutableDictionary<string, IPropertySymbol> Properties,
    ImmutableArray<MarkerReference> References,
    ImmutableArray<(string Name, string Required)> Dependents
)
{
    private const string WireName = "JsonPropertyNameAttribute";

    /// <summary>The successor of the model, if the record is a request of a model that has one.</summary>
    public ModelReplacement? Replacement { get; private init; }

    /// <summary>The shape of a record that the generator made, or <see langword="null"/> for any other type.</summary>
    public static RecordShape? Of(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.BaseType is not { Name: "KlingRecord" } record || !known.IsRuntime(record))
        {
            return null;
        }

        ImmutableDictionary<string, IPropertySymbol> properties = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Select(static property =>
                (property, name: property.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name is WireName))
            )
            .Where(static pair => pair.name?.ConstructorArguments.Length == 1)
            .GroupBy(static pair => pair.name!.ConstructorArguments[0].Value as string ?? "", static pair => pair.property)
            .ToImmutableDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        return new RecordShape(
            type,
            properties,
            properties
                .SelectMany(pair =>
                    known
                        .Annotations(pair.Value, "SchemaReferencesAttribute")
                        .Select(texts => new MarkerReference(pair.Key, texts[0], texts[1]))
                )
                .ToImmutableArray(),
            known.Annotations(type, "SchemaDependentRequiredAttribute").Select(static texts => (texts[0], texts[1])).ToImmutableArray()
        )
        {
            Replacement = ModelReplacement.Of(type),
        };
    }

    /// <summary>The wire name of a property.</summary>
    public string? NameOf(ISymbol property) =>
        Properties.FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(pair.Value, property.OriginalDefinition)).Key;
}

/// <summary>One entry of <c>x-references</c>.</summary>
/// <param name="Text">The text's wire name.</param>
/// <param name="Marker">How an item is named; <c>{n}</c> is its number.</param>
/// <param name="List">The list's wire name.</param>
internal sealed record MarkerReference(string Text, string Marker, string List)
{
    /// <summary>The marker as the schema has it.</summary>
    public Regex Exact { get; } = new(Pattern(Marker), RegexOptions.CultureInvariant);

    /// <summary>The marker, whatever letters are capitals.</summary>
    public Regex AnyCase { get; } = new(Pattern(Marker), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static string Pattern(string marker) => Regex.Escape(marker).Replace("\\{n}", "([0-9]+)");
}
