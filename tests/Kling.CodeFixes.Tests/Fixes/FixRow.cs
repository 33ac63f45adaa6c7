namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>A code with a mistake, and what a fix makes of it.</summary>
/// <param name="Form">How the code is written.</param>
/// <param name="Title">What the editor offers first.</param>
/// <param name="Before">Statements, or a whole file.</param>
/// <param name="After">The same after all repairs.</param>
internal sealed record FixRow(FixForm Form, string Title, string Before, string After);
