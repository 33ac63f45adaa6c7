namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    internal void MinItems(int count, int minimum)
    {
        if (count < minimum)
        {
            Report(
                "minItems",
                Text(minimum),
                Text(count),
                $"The list has {Counted(count, "item", "items")}; the minimum is {Text(minimum)}."
            );
        }
    }

    internal void MaxItems(int count, int maximum)
    {
        if (count > maximum)
        {
            Report(
                "maxItems",
                Text(maximum),
                Text(count),
                $"The list has {Counted(count, "item", "items")}; the maximum is {Text(maximum)}."
            );
        }
    }

    internal void UniqueItems<T>(ReadOnlySpan<T> items, IEqualityComparer<T> comparer)
    {
        // Few items are compared in pairs, which allocates nothing; for many that would be too slow.
        const int Few = 16;
        HashSet<T>? seen = items.Length > Few ? new(comparer) : null;
        for (int i = 0; i < items.Length; i++)
        {
            if (seen?.Add(items[i]) is true)
            {
                continue;
            }

            int first = IndexOf(items[..i], items[i], comparer);
            if (first >= 0)
            {
                Report(
                    "uniqueItems",
                    "true",
                    actual: null,
                    $"Items {Text(first)} and {Text(i)} are equal; the list must not contain duplicates. Remove one."
                );
                return;
            }
        }
    }

    private static int IndexOf<T>(ReadOnlySpan<T> items, T item, IEqualityComparer<T> comparer)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (comparer.Equals(items[i], item))
            {
                return i;
            }
        }

        return -1;
    }
}
