using System.Text.Json;

namespace Kling;

/// <summary>A response about a job.</summary>
/// <param name="Status">The status, if it is a known one.</param>
/// <param name="State">The status as the server sent it, or null if it sent none.</param>
/// <param name="Json">The response body.</param>
/// <param name="Http">The response.</param>
internal sealed record JobAnswer(KlingJobStatus Status, string? State, JsonElement Json, ApiAnswer Http);
