using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kling;

/// <summary>
/// An immutable list. Two lists are equal if their items are equal. Collection expressions, arrays, <see cref="List{T}"/> and
/// <see cref="ImmutableArray{T}"/> convert to it.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Items are compared like their JSON: <see cref="Uri"/> by its original string, <see cref="System.Text.Json.JsonElement"/> by content.
/// </remarks>
[CollectionBuilder(typeof(KlingList), nameof(KlingList.Create))]
public sealed class KlingList<T> : IReadOnlyList<T>, IEquatable<KlingList<T>>
{
    private readonly T[] _items;

    internal KlingList(T[] items) => _items = items;

    /// <summary>The empty list.</summary>
    public static KlingList<T> Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at an index, counted from 0.</summary>
    /// <param name="index">The index.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative, or not less than
    /// <see cref="Count"/>.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _items.Length);
            return _items[index];
        }
    }

    /// <summary>Creates a list from an array, which is copied.</summary>
    /// <param name="items">The items, or <see langword="null"/>, which is converted to <see langword="null"/>.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator KlingList<T>?(T[]? items) => items is null ? null : KlingList.Create<T>(items);

    /// <summary>Creates a list from another list, which is copied.</summary>
    /// <param name="items">The items, or <see langword="null"/>, which is converted to <see langword="null"/>.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator KlingList<T>?(List<T>? items) => items is null ? null : new([.. items]);

    /// <summary>Creates a list from an immutable array.</summary>
    /// <param name="items">The items; a default array is converted to the empty list.</param>
    public static implicit operator KlingList<T>(ImmutableArray<T> items) => items.IsDefaultOrEmpty ? Empty : new([.. items]);

    /// <summary>Whether two lists have equal items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(KlingList<T>? left, KlingList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(KlingList<T>? left, KlingList<T>? right) => !(left == right);

    /// <summary>Returns a copy with one more item at the end.</summary>
    /// <param name="item">The item.</param>
    public KlingList<T> Add(T item) => new([.. _items, item]);

    /// <summary>Converts each item and returns the list of the results.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="convert">Converts one item.</param>
    /// <exception cref="ArgumentNullException"><paramref name="convert"/> is null.</exception>
    public KlingList<TResult> ConvertAll<TResult>(Converter<T, TResult> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return new(Array.ConvertAll(_items, convert));
    }

    /// <summary>Returns a part of the list. The range operator (<c>list[1..]</c>) and slices in list patterns call it.</summary>
    /// <param name="start">The index of the first item.</param>
    /// <param name="length">The number of items.</param>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such part.</exception>
    public KlingList<T> Slice(int start, int length) => KlingList.Create(AsSpan().Slice(start, length));

    /// <summary>The items as a span, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Enumerates the items. <c>foreach</c> allocates nothing, and its body may await and yield.</summary>
    public Enumerator GetEnumerator() => new(_items);

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

    /// <summary>The items, for a debugger or a log; the same in every culture.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", _items.Select(static item => Convert.ToString(item, CultureInfo.InvariantCulture)))}]";

    /// <summary>Enumerates the items of a <see cref="KlingList{T}"/>.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items) => (_items, _index) = (items, -1);

        /// <summary>The current item. Before the first item and after the last one it is undefined and may throw.</summary>
        public readonly T Current => _items[_index];

        readonly object? IEnumerator.Current => Current;

        /// <summary>Moves to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            if (_index < _items.Length)
            {
                _index++;
            }

            return _index < _items.Length;
        }

        /// <summary>Goes back to the start, before the first item.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose() { }
    }
}

/// <summary>Creates a <see cref="KlingList{T}"/>. Collection expressions call it.</summary>
public static class KlingList
{
    /// <summary>Creates a list of the given items, which are copied.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    public static KlingList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? KlingList<T>.Empty : new(items.ToArray());

    /// <summary>Creates a list of the given items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static KlingList<T> ToKlingList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items as KlingList<T> ?? new([.. items]);
    }
}
