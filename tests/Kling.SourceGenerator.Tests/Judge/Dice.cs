namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>Choices at random that a seed repeats.</summary>
internal static class Dice
{
    /// <summary>Whether something with a probability of so many percent happens.</summary>
    public static bool Percent(this Random random, int chance) => random.Next(100) < chance;

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> from) => from[random.Next(from.Length)];

    /// <summary>Some of the values in their order, each once.</summary>
    public static T[] Some<T>(this Random random, IReadOnlyList<T> from, int atLeast, int atMost)
    {
        int count = Math.Min(random.Next(atLeast, atMost + 1), from.Count);
        int[] places = [.. Enumerable.Range(0, from.Count)];
        random.Shuffle(places);
        return [.. places.Take(count).Order().Select(place => from[place])];
    }
}
