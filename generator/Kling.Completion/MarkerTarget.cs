using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>A text that refers to items of a list next to it, such as <c>@Element1</c>.</summary>
internal sealed class MarkerTarget : StringTarget
{
    /// <summary>So many are offered of a list that has no limit.</summary>
    private const int Few = 3;

    private readonly IPropertySymbol _prompt;

    private MarkerTarget(IPropertySymbol prompt)
        : base(isWhole: false) => _prompt = prompt;

    /// <summary>The markers of a property, or <see langword="null"/> if it has none.</summary>
    public static MarkerTarget? Of(IPropertySymbol property) =>
        Generated.Attributes(property, "SchemaReferencesAttribute").Any() ? new MarkerTarget(property) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Suggestion> Suggestions(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation)
    {
        List<Suggestion> suggestions = [];
        foreach (AttributeData attribute in Generated.Attributes(_prompt, "SchemaReferencesAttribute"))
        {
            if (
                Generated.Argument<string>(attribute, 0) is not { } marker
                || Generated.Argument<string>(attribute, 1) is not { } list
                || Generated.Properties(_prompt.ContainingType).FirstOrDefault(property => Generated.WireName(property) == list)
                    is not { } items
            )
            {
                continue;
            }

            int count = GivenItems.Count(text, items, list, model, cancellation) ?? Most(items);
            suggestions.AddRange(
                Enumerable
                    .Range(1, count)
                    .Select(number => number.ToString(CultureInfo.InvariantCulture))
                    .Select(number => new Suggestion(marker.Replace("{n}", number), $"{items.Name} {number}"))
            );
        }

        return suggestions;
    }

    /// <summary>The list's <c>maxItems</c>.</summary>
    private static int Most(IPropertySymbol list)
    {
        const int Sensible = 20;
        return
            Generated.Attributes(list, "SchemaItemCountAttribute").FirstOrDefault() is { ConstructorArguments.Length: 2 } limits
            && limits.ConstructorArguments[1].Value is int most and <= Sensible
            ? most
            : Few;
    }
}
