namespace Kling;

/// <summary>What a cancellation does to a submit that is in flight.</summary>
internal enum SubmitCancellation
{
    /// <summary>The submit ends at once. Whether the server accepted it is then unknown.</summary>
    Immediate,

    /// <summary>The submit still waits for its response, so that the job's id is not lost. It is not retried.</summary>
    AfterResponse,
}
