namespace Kling.Benchmarks.Polling;

/// <summary>A model whose parameters decide how long a job takes, with a belief of the model alone and with one per combination.</summary>
/// <param name="Mix">How much they decide.</param>
/// <param name="Median">The median, in seconds, of a combination with the factor 1.</param>
/// <param name="Seen">How many jobs were seen to complete before.</param>
/// <param name="OfModel">The strategy if no combination is known.</param>
/// <param name="OfParameters">The strategy with the combinations.</param>
internal sealed record ParameterCase(ParameterMix Mix, double Median, int Seen, Outcome OfModel, Outcome OfParameters);
