namespace Kling.SourceGenerator.Model;

/// <summary>A keyword that limits a value: one record feeds the checks, the attributes and the documentation.</summary>
/// <param name="Keyword">JSON Schema's word: <c>maxLength</c>.</param>
/// <param name="Limit">The limit: a number's token, or a text's content; empty if the keyword is a switch.</param>
/// <param name="Pattern">The field of the compiled pattern, for <c>pattern</c> alone.</param>
/// <param name="DotNet">The pattern in .NET's language.</param>
internal sealed record ConstraintModel(string Keyword, string Limit, string Pattern = "", string DotNet = "");
