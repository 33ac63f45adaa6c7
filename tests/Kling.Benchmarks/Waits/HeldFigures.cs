namespace Kling.Benchmarks.Waits;

/// <summary>What the waits hold in one state, and how they end when they are cancelled there.</summary>
/// <param name="State">The state.</param>
/// <param name="Waits">How many.</param>
/// <param name="BytesPerJob">Live memory per job, handle and wait, without the emulator's record and without what <see cref="HttpClient"/> holds.</param>
/// <param name="HttpClientBytes">What <see cref="HttpClient"/> holds per job: a request in flight, or nothing.</param>
/// <param name="AbortMilliseconds">Virtual time from the cancellation to the end of the last wait.</param>
/// <param name="AbortSeconds">Processor time for it, all waits together.</param>
internal sealed record HeldFigures(WaitState State, int Waits, double BytesPerJob, double HttpClientBytes, int AbortMilliseconds, double AbortSeconds);
