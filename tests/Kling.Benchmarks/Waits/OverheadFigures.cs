namespace Kling.Benchmarks.Waits;

/// <summary>What one job costs from submit to result, the emulator's part included.</summary>
internal sealed record OverheadFigures(Cost Client, Cost Bare);
