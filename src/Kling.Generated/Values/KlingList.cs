using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kling;

/// <summary>
/// An immutable list that is equal to another if their items are. Collection expressions, arrays, <see cref="List{T}"/>
/// and <see cref="ImmutableArray{T}"/> convert to it.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Items are compared as their JSON is: <see cref="Uri"/> by its original string, <see cref="System.Text.Json.JsonElement"/> by content.
/// </remarks>
[CollectionBuilder(typeof(KlingList), nameof(KlingList.Create))]
public sealed class KlingList<T> : IReadOnlyList<T>, IEquatable<KlingList<T>>
{
    private readonly T[] _items;

    internal KlingList(T[] items) => _items = items;

    /// <summary>Which items could not be read and mean nothing; <see langword="null"/> for a list that is whole. A list with such items never leaves the reader.</summary>
    internal bool[]? Unread { get; init; }

    /// <summary>The list without items.</summary>
    public static KlingList<T> Empty { get; } = new([]);

    /// <summary>How many items there are.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place, counted from 0.</summary>
    /// <param name="index">The place.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => _items[index];

    /// <summary>A list of the array's items; the array is copied.</summary>
    /// <param name="items">The items, or <see langword="null"/> for no list.</param>
    public static implicit operator KlingList<T>?(T[]? items) => items is null ? null : KlingList.Create<T>(items);

    /// <summary>A list of the list's items; the list is copied.</summary>
    /// <param name="items">The items, or <see langword="null"/> for no list.</param>
    public static implicit operator KlingList<T>?(List<T>? items) => items is null ? null : new([.. items]);

    /// <summary>A list of the array's items.</summary>
    /// <param name="items">The items; a default array has none.</param>
    public static implicit operator KlingList<T>(ImmutableArray<T> items) => items.IsDefaultOrEmpty ? Empty : new([.. items]);

    /// <summary>Whether two lists have equal items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(KlingList<T>? left, KlingList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(KlingList<T>? left, KlingList<T>? right) => !(left == right);

    /// <summary>A list with one more item at the end.</summary>
    /// <param name="item">The item.</param>
    public KlingList<T> Add(T item) => new([.. _items, item]);

    /// <summary>A list of what each item is converted to.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="convert">Converts one item.</param>
    public KlingList<TResult> ConvertAll<TResult>(Converter<T, TResult> convert) => new(Array.ConvertAll(_items, convert));

    /// <summary>The items in one piece of memory, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Walks the items; nothing is allocated.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KlingList<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < _items.Length; i++)
        {
            if (!JsonValueComparer<T>.Default.Equals(_items[i], other._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KlingList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in this)
        {
            hash.Add(item, JsonValueComparer<T>.Default);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items, for a debugger or a log.</summary>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

/// <summary>Makes <see cref="KlingList{T}"/>s; collection expressions call it.</summary>
public static class KlingList
{
    /// <summary>A list of the given items, which are copied.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    public static KlingList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? KlingList<T>.Empty : new(items.ToArray());

    /// <summary>A list of the given items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static KlingList<T> ToKlingList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items as KlingList<T> ?? new([.. items]);
    }
}
