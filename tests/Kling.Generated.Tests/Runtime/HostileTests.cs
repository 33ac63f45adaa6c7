using Kling.Tests.Hostile;

namespace Kling.Tests;

/// <summary>The benchmark <c>hostile</c> with fewer jobs.</summary>
public sealed class HostileTests
{
    private const int Waits = 150;
    private const int FewestFaults = 100;

    [Fact]
    public async Task Whatever_the_network_does_there_is_one_post_no_key_elsewhere_no_wait_without_an_end_and_no_file_that_is_not_whole()
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
    public void No_two_faults_of_a_place_share_a_name()
    {
        foreach (Place place in Enum.GetValues<Place>())
        {
            Assert.Equal(FaultTable.Count(place), FaultTable.Names(place).Distinct(StringComparer.Ordinal).Count());
        }
    }
}
