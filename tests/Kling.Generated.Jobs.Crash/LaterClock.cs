namespace Kling.Tests.Crash;

/// <summary>The system's clock, put forward.</summary>
internal sealed class LaterClock(TimeSpan by) : TimeProvider
{
    public TimeSpan By { get; set; } = by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
