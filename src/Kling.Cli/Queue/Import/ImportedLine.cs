namespace Kling.Cli;

/// <summary>A request of an imported file.</summary>
/// <param name="Number">The number of the line in the file at which it begins.</param>
/// <param name="Request">The request, validated.</param>
/// <param name="Key">Its key, or <see langword="null"/>.</param>
internal sealed record ImportedLine(int Number, CheckedRequest Request, string? Key);
