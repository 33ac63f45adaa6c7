using Kling.Tests.Hostile;

namespace Kling.Tests;

/// <summary>The benchmark <c>hostile</c> with fewer jobs.</summary>
public sealed class HostileTests
{
    private const int Waits = 150;
    private const int FewestFaults = 100;

    [Fact]
    public async Task Random_network_faults_never_cause_a_second_POST_a_leaked_key_an_endless_wait_or_a_partial_file()
    {
        int seed = Seed.Next(out string hint).Next();
        await using var foreign = new ForeignHost();

        HostileFigures figures = await HostileRun.RunAsync(seed, Waits, foreign);

        Assert.True(figures.Wrong.IsEmpty, $"{hint}\n{string.Join("\n\n", figures.Wrong)}");
        Assert.Equal(Waits, figures.Count("waits"));
        Assert.InRange(figures.Distinct, FewestFaults, int.MaxValue);
        Assert.InRange(figures.ForeignBytes, 1, long.MaxValue);
    }

    [Fact]
    public void The_names_of_the_network_faults_are_unique()
    {
        foreach (Place place in Enum.GetValues<Place>())
        {
            Assert.Equal(FaultTable.Count(place), FaultTable.Names(place).Distinct(StringComparer.Ordinal).Count());
        }
    }
}
