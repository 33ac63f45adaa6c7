namespace Kling.SourceGenerator.Model;

/// <summary>A default that can be used.</summary>
/// <param name="Json">As JSON, for people: <c>"5"</c>.</param>
/// <param name="Content">For the emitters: a string's content, a number's token, <c>true</c>, <c>false</c> or <c>null</c>, an enum member's
/// name.</param>
internal sealed record DefaultModel(string Json, string Content);
