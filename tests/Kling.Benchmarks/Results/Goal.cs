namespace Kling.Benchmarks.Results;

/// <summary>A number to reach, and whether it was.</summary>
internal sealed record Goal(string What, string Limit, string Result, bool Holds);
