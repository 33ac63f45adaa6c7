namespace Kling.Benchmarks.Comparison;

/// <summary>One way to make a video, measured.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Lines">Its lines of code.</param>
/// <param name="Posts">The POSTs of one video whose first response is lost.</param>
/// <param name="Jobs">The jobs that the server has run then, each of which is billed.</param>
/// <param name="Outcome">What the program has then.</param>
/// <param name="Polls">The polls of a job of three minutes, on average.</param>
/// <param name="Delay">The time from the end of the job until the program knows of it, in seconds, on average.</param>
internal sealed record Compared(string Name, int Lines, int Posts, int Jobs, string Outcome, double Polls, double Delay);
