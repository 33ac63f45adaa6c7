using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING119: no text refers to an item of a list. Only where all texts that could are known.</summary>
internal static class UnnamedItemRule
{
    public static void Check(Construction construction, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (IGrouping<string, MarkerReference> references in construction.Shape.References.GroupBy(static reference => reference.List))
        {
            if (
                construction.IsWhole
                && construction.List(references.Key, cancellation) is { IsComplete: true, Items.IsEmpty: false, More: 0 } list
                && !HasOtherTexts(construction, references.Key)
                && Named(construction, references, cancellation) is { } named
                // A text that names no item of the list means another one: that is reported already.
                && named.All(number => number >= 1 && number <= list.Count)
                && !construction.MayGet(references.Key, known, cancellation)
                && references.All(reference => !construction.MayGet(reference.Text, known, cancellation))
            )
            {
                Check(construction, references.First(), list, named, report);
            }
        }
    }

    private static void Check(
        Construction construction,
        MarkerReference reference,
        ListValue list,
        HashSet<int> named,
        Action<Diagnostic> report
    )
    {
        var shown = new HashSet<ExpressionSyntax>();
        for (int i = 0; i < list.Items.Length; i++)
        {
            // Items of a named list are reported where the list is written, once.
            if (!named.Contains(i + 1) && construction.Source.Span.Contains(list.Items[i].Place.Span) && shown.Add(list.Items[i].Place))
            {
                string number = (i + 1).ToString(CultureInfo.InvariantCulture);
                report(
                    Diagnostic.Create(
                        ConstraintDiagnostics.ItemIsNotNamed,
                        Place(construction, list.Items[i]),
                        Name(construction.Shape, reference.Text),
                        Name(construction.Shape, reference.List),
                        reference.Marker.Replace("{n}", number)
                    )
                );
            }
        }
    }

    /// <summary>
    /// Which items the texts refer to, however the marker is written; <see langword="null"/> if a text is not known or there is none.
    /// </summary>
    private static HashSet<int>? Named(Construction construction, IEnumerable<MarkerReference> references, CancellationToken cancellation)
    {
        HashSet<int>? named = null;
        foreach (MarkerReference reference in references)
        {
            if (!construction.Assigned.TryGetValue(reference.Text, out ParameterValue? text))
            {
                continue;
            }

            KnownValue known = text.Value?.Known(cancellation) ?? KnownValue.Unknown;
            if (known.Text is null)
            {
                return null;
            }

            named ??= [];
            named.UnionWith(
                MarkerUse
                    .In(known, reference)
                    .Select(static use =>
                        int.TryParse(use.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0
                    )
            );
        }

        return named;
    }

    /// <summary>
    /// Whether other lists of records are given: texts in those may refer to the items too, even if the schema does not say so.
    /// </summary>
    private static bool HasOtherTexts(Construction construction, string list) =>
        construction.Assigned.Any(pair =>
            pair.Key != list
            && pair.Value.IsGiven is not false
            && construction.Shape.Properties.TryGetValue(pair.Key, out IPropertySymbol? property)
            && ListReader.ItemType(property.Type) is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class, Name: not "Uri" }
        );

    private static Location Place(Construction construction, PlacedValue item) =>
        item.Place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var step } }
        && construction.Source is InvocationExpressionSyntax
            ? step.GetLocation()
            : item.Place.GetLocation();

    private static string Name(RecordShape shape, string wireName) =>
        shape.Properties.TryGetValue(wireName, out IPropertySymbol? property) ? property.Name : wireName;
}
