using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Kling.Tests.Values;

public sealed class KlingListTests
{
    private static readonly KlingList<int> Three = [1, 2, 3];

    [Fact]
    public async Task The_body_of_a_foreach_may_await()
    {
        int sum = 0;
        foreach (int item in Three)
        {
            await Task.Yield();
            sum += item;
        }

        Assert.Equal(6, sum);
    }

    [Fact]
    public void The_body_of_a_foreach_may_yield()
    {
        static IEnumerable<int> Doubled(KlingList<int> list)
        {
            foreach (int item in list)
            {
                yield return item * 2;
            }
        }

        Assert.Equal([2, 4, 6], Doubled(Three));
    }

    [Fact]
    public void A_foreach_allocates_nothing()
    {
        KlingList<string> list = ["a", "b", "c"];
        int length = Lengths(list);

        long before = GC.GetAllocatedBytesForCurrentThread();
        length += Lengths(list);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(6, length);

        static int Lengths(KlingList<string> list)
        {
            int length = 0;
            foreach (string item in list)
            {
                length += item.Length;
            }

            return length;
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void An_index_that_is_not_in_the_list_is_out_of_range(int index)
    {
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => Three[index]).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => ((IReadOnlyList<int>)Three)[index]).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.ElementAt(index));
        Assert.Throws<ArgumentOutOfRangeException>(static () => KlingList<int>.Empty[^1]);
    }

    [Fact]
    public void Indices_and_ranges_count_from_both_ends()
    {
        Assert.Equal(3, Three[^1]);
        Assert.Equal([2, 3], Three[1..]);
        Assert.Equal([1, 2], Three[..^1]);
        Assert.Equal(Three, Three[..]);
        Assert.Same(KlingList<int>.Empty, Three[3..]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Three[2..4]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Three[4..]);
    }

    [Fact]
    public void List_patterns_match()
    {
        Assert.True(Three is [1, .. var rest] && rest == [2, 3]);
        Assert.True(Three is [.., 3] and not [_] and not []);
        Assert.True(KlingList<int>.Empty is []);
    }

    [Fact]
    public void Linq_and_spreads_see_every_item_once()
    {
        Assert.Equal([2, 4, 6], Three.Select(static item => item * 2));
        Assert.Equal(3, Three.Max());
        Assert.Contains(2, Three);
        Assert.Equal([0, 1, 2, 3], (int[])[0, .. Three]);
        Assert.Equal([1, 2, 3, 4], (KlingList<int>)[.. Three, 4]);
        Assert.Equal([1, 2, 3], (List<int>)[.. Three]);
        Assert.Equal([1, 2, 3], Three.ToImmutableArray());
        Assert.Same(Three, Three.ToKlingList());
        Assert.Equal(Three, Three.Where(static _ => true).ToKlingList());
        Assert.Equal([1, 2, 3], Three.AsSpan().ToArray());
    }

    [Fact]
    public void Enumerators_are_independent_of_each_other()
    {
        using KlingList<int>.Enumerator own = Three.GetEnumerator();
        using IEnumerator<int> generic = ((IEnumerable<int>)Three).GetEnumerator();
        IEnumerator plain = ((IEnumerable)Three).GetEnumerator();
        List<(int, int, object?)> seen = [];
        while (own.MoveNext() && generic.MoveNext() && plain.MoveNext())
        {
            seen.Add((own.Current, generic.Current, plain.Current));
        }

        Assert.Equal([(1, 1, 1), (2, 2, 2), (3, 3, 3)], seen);
    }

    [Fact]
    public void An_enumerator_stays_at_the_end_and_can_be_reset()
    {
        KlingList<int>.Enumerator enumerator = Three.GetEnumerator();
        while (enumerator.MoveNext())
        {
        }

        Assert.False(enumerator.MoveNext());
        enumerator.Reset();
        Assert.True(enumerator.MoveNext());
        Assert.Equal(1, enumerator.Current);
    }

    [Fact]
    public void Null_stays_null_and_a_default_array_becomes_the_empty_list()
    {
        KlingList<int>? ofArray = (int[]?)null;
        KlingList<int>? ofList = (List<int>?)null;
        KlingList<int> ofDefault = default(ImmutableArray<int>);
        KlingList<int> ofNone = [];

        Assert.Null(ofArray);
        Assert.Null(ofList);
        Assert.Same(KlingList<int>.Empty, ofDefault);
        Assert.Same(KlingList<int>.Empty, ofNone);
        Assert.Throws<ArgumentNullException>(static () => KlingList.ToKlingList<int>(null!));
        Assert.Equal("convert", Assert.Throws<ArgumentNullException>(static () => Three.ConvertAll<int>(null!)).ParamName);
    }

    [Fact]
    public void The_sources_of_a_list_are_copied()
    {
        int[] array = [1, 2, 3];
        List<int> items = [1, 2, 3];
        KlingList<int> ofArray = array;
        KlingList<int> ofList = items;
        KlingList<int> ofSequence = array.ToKlingList();
        array[0] = 9;
        items.Add(4);

        Assert.All([ofArray, ofList, ofSequence], static list => Assert.Equal(Three, list));
    }

    [Fact]
    public void The_text_of_a_list_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("[1.5, ]", ((KlingList<double?>)[1.5, null]).ToString());
            Assert.Equal("[[1.5]]", ((KlingList<KlingList<double>>)[[1.5]]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void System_Text_Json_writes_a_list_as_an_array() => Assert.Equal("[[1],[2,3]]", JsonSerializer.Serialize((KlingList<KlingList<int>>)[[1], [2, 3]]));
}
