using System.Text.Json;

namespace Kling.Emulator;

/// <summary>One of the schemas against which a value is validated.</summary>
/// <param name="Json">Its keywords.</param>
/// <param name="Pattern">The keyword <c>pattern</c>.</param>
/// <param name="MemberPatterns">The patterns of <c>patternProperties</c>, each with the definition that its schema became.</param>
internal sealed record JudgedSchema(
    JsonElement Json,
    JudgedPattern? Pattern,
    IReadOnlyList<(JudgedPattern Pattern, string Definition)> MemberPatterns
)
{
    /// <summary>Whether null is valid, whatever else the schema says (OpenAPI 3.0.3, Schema Object).</summary>
    public bool IsNullable => Json.TryGetProperty("nullable", out JsonElement nullable) && nullable.ValueKind is JsonValueKind.True;

    public bool TryGetProperty(string keyword, out JsonElement value) => Json.TryGetProperty(keyword, out value);
}
