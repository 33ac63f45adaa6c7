using System.Text.Json;

namespace Kling;

/// <summary>What the server says about a job.</summary>
/// <param name="Status">The status, as far as it is known.</param>
/// <param name="State">The server's own word for it, or null if it gave none.</param>
/// <param name="Json">The response body.</param>
/// <param name="Http">The response.</param>
internal sealed record JobAnswer(KlingJobStatus Status, string? State, JsonElement Json, ApiAnswer Http);
