using Kling.Emulator.Tests.Contract;

namespace Kling.Emulator.Tests.Faults;

public sealed class LatencyTests
{
    private const int Jobs = 2000;

    [Fact]
    public async Task Durations_are_log_normal_around_the_typical_one()
    {
        double[] logarithms = [.. (await DurationsAsync(seed: 7, spread: 0.36)).Select(static time => Math.Log(time / EmulatorFixture.Typical)).Order()];

        double mean = logarithms.Average();
        double deviation = Math.Sqrt(logarithms.Average(value => Math.Pow(value - mean, 2)));
        Assert.InRange(logarithms[Jobs / 2], -0.03, 0.03);
        Assert.InRange(mean, -0.03, 0.03);
        Assert.InRange(deviation, 0.34, 0.38);

        // A log-normal time has a normal logarithm: 68 % of it within one deviation, 95 % within two.
        Assert.InRange(logarithms.Count(value => Math.Abs(value) < 0.36) / (double)Jobs, 0.65, 0.71);
        Assert.InRange(logarithms.Count(value => Math.Abs(value) < 0.72) / (double)Jobs, 0.94, 0.97);
    }

    [Fact]
    public async Task A_seed_gives_the_same_durations_again_and_another_one_others()
    {
        TimeSpan[] first = await DurationsAsync(seed: 1, spread: 0.36);

        Assert.Equal(first, await DurationsAsync(seed: 1, spread: 0.36));
        Assert.NotEqual(first, await DurationsAsync(seed: 2, spread: 0.36));
    }

    [Fact]
    public async Task Without_a_spread_every_job_takes_the_typical_time() =>
        Assert.All(await DurationsAsync(seed: 1, spread: 0), static time => Assert.Equal(EmulatorFixture.Typical, time));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(3.1)]
    [InlineData(double.NaN)]
    public void An_invalid_latency_spread_is_refused(double spread) =>
        Assert.Throws<ArgumentException>(() => new SegmindEmulator([], new SegmindEmulatorOptions { LatencySpread = spread }));

    private static async Task<TimeSpan[]> DurationsAsync(int seed, double spread)
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Seed = seed, LatencySpread = spread });
        for (int i = 0; i < Jobs; i++)
        {
            _ = await fixture.SubmitAsync();
        }

        return [.. fixture.Emulator.Jobs.Select(static job => job.Duration)];
    }
}
