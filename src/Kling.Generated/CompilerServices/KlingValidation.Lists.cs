namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minItems</c>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="minimum">The least number of items allowed.</param>
    public void MinItems<T>(KlingList<T>? list, int minimum)
    {
        if (list is not null)
        {
            CheckMinItems(list.Count, minimum);
        }
    }

    /// <summary><c>maxItems</c>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="maximum">The greatest number of items allowed.</param>
    public void MaxItems<T>(KlingList<T>? list, int maximum)
    {
        if (list is not null)
        {
            CheckMaxItems(list.Count, maximum);
        }
    }

    /// <summary><c>uniqueItems</c>: no two items have the same JSON.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    public void UniqueItems<T>(KlingList<T>? list)
    {
        if (list is not null)
        {
            CheckUnique(list.AsSpan(), JsonValueComparer<T>.Default);
        }
    }

    /// <summary>No item of the list is null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    public void RequiredItems<T>(KlingList<T>? list)
        where T : class =>
        Items(list, static (T item, ref KlingValidation validation) => validation.Required(item));

    /// <summary>Checks each item of a list at its own place.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="check">The check.</param>
    public void Items<T>(KlingList<T>? list, KlingItemCheck<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (list is null)
        {
            return;
        }

        int start = Count;
        for (int i = 0; i < list.Count; i++)
        {
            if (list.Unread?[i] is not true)
            {
                check(list[i], ref this);
                start = Nest(i, start);
            }
        }
    }

    private void CheckMinItems(int count, int minimum)
    {
        if (count < minimum)
        {
            Report("minItems", Text(minimum), Text(count), $"The list has {Counted(count, "item", "items")}; the minimum is {Text(minimum)}.");
        }
    }

    private void CheckMaxItems(int count, int maximum)
    {
        if (count > maximum)
        {
            Report("maxItems", Text(maximum), Text(count), $"The list has {Counted(count, "item", "items")}; the maximum is {Text(maximum)}.");
        }
    }

    private void CheckUnique<T>(ReadOnlySpan<T> items, IEqualityComparer<T> comparer)
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
                Report("uniqueItems", "true", actual: null, $"Items {Text(first)} and {Text(i)} are equal; the list must not contain duplicates. Remove one.");
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
