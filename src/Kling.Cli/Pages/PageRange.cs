using System.Text.Json;

namespace Kling.Cli;

/// <summary>The bounds that a page gives a number; <see langword="null"/> where it gives none.</summary>
internal sealed record PageRange(JsonElement? Minimum, JsonElement? Maximum);
