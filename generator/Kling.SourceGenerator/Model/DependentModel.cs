namespace Kling.SourceGenerator.Model;

/// <summary>One pair of <c>dependentRequired</c>: if one parameter is there, the other must be too.</summary>
/// <param name="Name">The wire name of the parameter.</param>
/// <param name="Required">The wire name of the parameter that it requires.</param>
internal sealed record DependentModel(string Name, string Required);
