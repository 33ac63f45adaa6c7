namespace Kling.SourceGenerator.Model;

/// <summary>What of a model must be unlike every other model's.</summary>
/// <param name="Path">The schema file.</param>
/// <param name="Slug">The slug.</param>
/// <param name="RequestType">The request type, with its namespace.</param>
/// <param name="Types">Every type of the file, with its namespace.</param>
internal sealed record ModelIdentity(string Path, string Slug, string RequestType, EquatableArray<string> Types);
