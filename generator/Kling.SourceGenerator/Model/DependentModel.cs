namespace Kling.SourceGenerator.Model;

/// <summary>One pair of <c>dependentRequired</c>: if one parameter is there, the other must be too.</summary>
/// <param name="Name">The parameter, on the wire.</param>
/// <param name="Required">The one that it asks for, on the wire.</param>
internal sealed record DependentModel(string Name, string Required);
