namespace Kling.SourceGenerator.Model;

/// <summary>One pair of <c>dependentRequired</c>: if one parameter is there, the other must be too.</summary>
/// <param name="Name">The parameter's name in the JSON.</param>
/// <param name="Required">The name of the required parameter in the JSON.</param>
internal sealed record DependentModel(string Name, string Required);
