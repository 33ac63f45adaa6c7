namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minItems</c>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="minimum">The least number of items allowed.</param>
    public void MinItems<T>(KlingList<T>? list, int minimum)
    {
        if (list is not null && list.Count < minimum)
        {
            Report("minItems", Text(minimum), Text(list.Count), $"The list has {Text(list.Count)} items; the minimum is {Text(minimum)}.");
        }
    }

    /// <summary><c>maxItems</c>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="maximum">The greatest number of items allowed.</param>
    public void MaxItems<T>(KlingList<T>? list, int maximum)
    {
        if (list is not null && list.Count > maximum)
        {
            Report("maxItems", Text(maximum), Text(list.Count), $"The list has {Text(list.Count)} items; the maximum is {Text(maximum)}.");
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
}
