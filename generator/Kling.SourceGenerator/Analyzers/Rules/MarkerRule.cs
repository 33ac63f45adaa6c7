using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING112: a marker in a text names an item that the list beside it does not have, or is not written as the schema has it.
/// </summary>
internal static class MarkerRule
{
    public static void Check(Construction construction, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (MarkerReference reference in construction.Shape.References)
        {
            if (
                construction.Assigned.TryGetValue(reference.Text, out ParameterValue? text)
                && text.Value is { } value
                && construction.List(reference.List, cancellation) is { } list
            )
            {
                foreach (PlacedValue leaf in ValueReader.Leaves(value, cancellation))
                {
                    foreach (MarkerUse use in MarkerUse.In(leaf.Known(cancellation), reference))
                    {
                        if (Reason(use, reference, construction, list, known, cancellation) is { } reason)
                        {
                            Report(leaf, use, list, reason, report);
                        }
                    }
                }
            }
        }
    }

    /// <summary>What is wrong with a marker, if it surely is.</summary>
    private static string? Reason(
        MarkerUse use,
        MarkerReference reference,
        Construction construction,
        ListValue list,
        KnownSymbols known,
        CancellationToken cancellation
    )
    {
        string name = construction.Shape.Properties.TryGetValue(reference.List, out IPropertySymbol? property)
            ? property.Name
            : reference.List;
        if (use.IsExact)
        {
            return
                list.IsComplete
                && !use.CanName(list.Count)
                && !construction.MayGet(reference.List, known, cancellation)
                ? $"'{name}' has {NumberText.Count(list.Count, "element")}"
                : null;
        }

        // Without a list the text may mean something else, and it may be the marker of another list.
        return
            list.Count > 0
            && !construction.Shape.References.Any(other => other.Text == reference.Text && other.Exact.IsMatch(use.Text))
            ? $"items of '{name}' are referred to as {reference.Marker.Replace("{n}", use.Digits)}"
            : null;
    }

    private static void Report(PlacedValue text, MarkerUse use, ListValue list, string reason, Action<Diagnostic> report) =>
        report(
            Diagnostic.Create(
                ConstraintDiagnostics.MarkerLeadsNowhere,
                text.Place.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(
                    ConstraintDiagnostics.Count,
                    list.Count.ToString(CultureInfo.InvariantCulture)
                ),
                use.Text,
                reason
            )
        );
}
