using System.Text.Json;

namespace Kling.Cli;

/// <summary>The bounds that a page gives a number.</summary>
internal sealed record PageRange(JsonElement Minimum, JsonElement Maximum);
