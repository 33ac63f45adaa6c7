using System.Text.Json;

namespace Kling.Cli;

/// <summary>The request that a page shows as an example.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Body">The request body, a JSON object.</param>
/// <param name="Names">The names of its parameters.</param>
internal sealed record PageExample(int Line, JsonElement Body, IReadOnlySet<string> Names);
