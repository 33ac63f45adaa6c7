namespace Kling.SourceGenerator.Model;

/// <summary>
/// The numbers that a value may be. If the schema has an inclusive and an exclusive bound on a side, the tighter one is here.
/// </summary>
/// <param name="Minimum">The lower bound, a number's token; empty if there is none.</param>
/// <param name="MinimumIsExclusive">Whether the value must be greater than the lower bound.</param>
/// <param name="Maximum">The upper bound, a number's token; empty if there is none.</param>
/// <param name="MaximumIsExclusive">Whether the value must be less than the upper bound.</param>
internal sealed record RangeModel(string Minimum, bool MinimumIsExclusive, string Maximum, bool MaximumIsExclusive);
