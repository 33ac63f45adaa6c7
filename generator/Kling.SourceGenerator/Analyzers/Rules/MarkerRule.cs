using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING112: a marker in a text names an item that the list beside it does not have.</summary>
internal static class MarkerRule
{
    public static void Check(Construction construction, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (MarkerReference reference in construction.Shape.References)
        {
            if (construction.Assigned.TryGetValue(reference.Text, out ParameterValue? text)
                && text.Value is { } value
                && construction.List(reference.List, cancellation) is { IsComplete: true } list)
            {
                foreach (PlacedValue leaf in ValueReader.Leaves(value, cancellation))
                {
                    Check(leaf, reference, construction, list.Items.Length, report);
                }
            }
        }
    }

    private static void Check(PlacedValue value, MarkerReference reference, Construction construction, int count, Action<Diagnostic> report)
    {
        if (value.Constant().Value is not string text)
        {
            return;
        }

        string pattern = Regex.Escape(reference.Marker).Replace("\\{n}", "([0-9]+)");
        foreach (Match match in Regex.Matches(text, pattern))
        {
            if (int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count)
            {
                continue;
            }

            if (!construction.IsFinal.Value)
            {
                return;
            }

            string found = count.ToString(CultureInfo.InvariantCulture);
            report(Diagnostic.Create(
                ConstraintDiagnostics.MarkerLeadsNowhere,
                value.Place.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Count, found),
                match.Value,
                construction.Shape.Properties.TryGetValue(reference.List, out IPropertySymbol? list) ? list.Name : reference.List,
                NumberText.Count(count, "element")));
        }
    }
}
