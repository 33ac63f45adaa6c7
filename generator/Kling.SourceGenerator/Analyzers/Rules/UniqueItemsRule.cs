using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING111: <c>uniqueItems</c>. Only elements that are known can be told to be alike.</summary>
internal static class UniqueItemsRule
{
    public static void Check(ConstraintCheck check, ListValue list) => Check(check, list, static _ => true);

    /// <summary>Reports the duplicates that are shown here; others have been reported before.</summary>
    public static void Check(ConstraintCheck check, ListValue list, Func<PlacedValue, bool> isShown)
    {
        var seen = new Dictionary<object, PlacedValue>();
        foreach (PlacedValue item in list.Items)
        {
            if (ValueReader.Single(item, check.Cancellation) is not { } value || Key(value, check.Cancellation) is not { } key)
            {
                continue;
            }

            if (!seen.TryGetValue(key, out PlacedValue? first))
            {
                seen.Add(key, item);
            }
            else if (isShown(item))
            {
                check.Fail(item.Place, ConstraintDiagnostics.ElementStandsTwice, Text(key), "", [first.Place.GetLocation()]);
            }
        }
    }

    /// <summary>What is the same for elements that are alike on the wire: 1 is 1.0 there.</summary>
    private static object? Key(PlacedValue value, CancellationToken cancellation) =>
        value.Known(cancellation).Exact switch
        {
            string text => text,
            bool flag => flag,
            var constant => (object?)NumberText.Exact(constant),
        };

    private static string Text(object key) => key is string text ? $"\"{text}\"" : NumberText.Text(key);
}
