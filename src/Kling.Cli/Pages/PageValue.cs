using System.Text.Json;

namespace Kling.Cli;

/// <summary>One of the values that a page allows.</summary>
/// <param name="Json">The value.</param>
/// <param name="Label">What the page calls it, or <see langword="null"/>.</param>
internal sealed record PageValue(JsonElement Json, string? Label = null);
