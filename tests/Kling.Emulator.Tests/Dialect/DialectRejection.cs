namespace Kling.Emulator.Tests.Dialect;

/// <summary>A text that is no schema file.</summary>
/// <param name="Rule">The one rule of the dialect that it breaks, as a JSON Pointer into the dialect's schema.</param>
/// <param name="Error">What NJsonSchema reports, and where in the text.</param>
/// <param name="Text">The text.</param>
internal sealed record DialectRejection(string Rule, string Error, string Text);
