namespace Kling.Benchmarks.Waits;

/// <summary>What a number of whole waits took.</summary>
internal sealed record LoadFigures
{
    public required int Waits { get; init; }

    public required int Posts { get; init; }

    public required int Polls { get; init; }

    public required int Results { get; init; }

    /// <summary>From the submits to the last result.</summary>
    public required double VirtualSeconds { get; init; }

    /// <summary>What it cost, the emulator's part included.</summary>
    public required Cost Cost { get; init; }

    /// <summary>What as many requests by hand cost, the emulator's part included.</summary>
    public Cost Bare { get; init; } = new(0, 0);

    /// <summary>The process's memory when it was warm.</summary>
    public double MegabytesBefore { get; init; }

    /// <summary>The most that it ever was.</summary>
    public double PeakMegabytes { get; init; }

    public int Requests => Posts + Polls + Results;
}
