namespace Kling.Cli;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The number of the line at which it begins.</param>
/// <param name="Fields">Its fields, without quotes.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);
