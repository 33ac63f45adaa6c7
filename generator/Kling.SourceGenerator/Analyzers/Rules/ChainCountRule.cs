using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING109, KLING110, KLING111 for lists that a builder's chain puts together by <c>Add…</c>.</summary>
internal static class ChainCountRule
{
    public static void Check(Construction construction, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (construction.Source is not InvocationExpressionSyntax)
        {
            return;
        }

        foreach (KeyValuePair<string, ParameterValue> pair in construction.Assigned)
        {
            if (
                pair.Value.Added.Length == 0
                || !construction.Shape.Properties.TryGetValue(pair.Key, out IPropertySymbol? property)
                || pair.Value.List(cancellation) is not { } list
            )
            {
                continue;
            }

            SchemaConstraints constraints = known.ConstraintsOf(property);
            if (constraints.Own<ItemCountConstraint>() is { } limits)
            {
                CheckCount(construction, property, pair.Value, list, limits, report);
            }

            if (constraints.Own<UniqueItemsConstraint>() is not null)
            {
                UniqueItemsRule.Check(
                    new ConstraintCheck(list.Items[0], property.Name, report, cancellation),
                    list,
                    item => construction.Source.Span.Contains(item.Place.Span)
                );
            }
        }
    }

    private static void CheckCount(
        Construction construction,
        IPropertySymbol property,
        ParameterValue value,
        ListValue list,
        ItemCountConstraint limits,
        Action<Diagnostic> report
    )
    {
        int count = list.Count;
        AddedItem[] added = [.. value.Added.Where(construction.Gives)];
        int given = count - added.Length;
        if (count > limits.Maximum && given <= limits.Maximum)
        {
            Location[] surplus = [.. added.Skip(limits.Maximum - given).Select(static item => item.Step.GetLocation())];
            report(Create(ConstraintDiagnostics.TooManyElements, surplus[0], surplus, property, count, limits.Maximum));
        }
        else if (construction is { IsWhole: true, IsFinal: true } && list.IsComplete && count < limits.Minimum)
        {
            report(
                Create(
                    ConstraintDiagnostics.TooFewElements,
                    value.Added[value.Added.Length - 1].Step.GetLocation(),
                    [],
                    property,
                    count,
                    limits.Minimum
                )
            );
        }
    }

    private static Diagnostic Create(
        DiagnosticDescriptor descriptor,
        Location place,
        Location[] surplus,
        IPropertySymbol property,
        int count,
        int limit
    ) =>
        Diagnostic.Create(
            descriptor,
            place,
            surplus,
            ImmutableDictionary<string, string?>
                .Empty.Add(ConstraintDiagnostics.Limit, Text(limit))
                .Add(ConstraintDiagnostics.Count, Text(count)),
            NumberText.Count(count, "element"),
            property.Name,
            NumberText.Count(limit, "element")
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
