using System.Diagnostics;

namespace Kling;

/// <summary>What the telemetry of a wait has to know of its job.</summary>
internal interface ITracedJob
{
    string RequestId { get; }

    string Slug { get; }

    /// <summary>The id of the span of the submit, which may have been another process's, or null.</summary>
    string? TraceParent { get; }

    KlingJobStatus Status { get; }

    TimeSpan Elapsed { get; }

    int Polls { get; }

    decimal? Cost { get; }

    Activity? Span { get; set; }

    /// <summary>The span of the submit, for the first wait; later ones have spans of their own.</summary>
    Activity? TakeSpan();
}
