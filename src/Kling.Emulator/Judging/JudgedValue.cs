using System.Globalization;
using System.Text.Json;

namespace Kling.Emulator;

/// <summary>A value of the JSON that is validated, with its location.</summary>
/// <param name="Json">The value as it was written.</param>
/// <param name="Pointer">Its JSON Pointer (RFC 6901).</param>
internal sealed record JudgedValue(JsonElement Json, string Pointer)
{
    public static JudgedValue Root(JsonElement json) => new(json, "");

    public JudgedValue Member(string name, JsonElement json) => new(json, PointerTo(name));

    public JudgedValue Item(int index, JsonElement json) => new(json, PointerTo(index.ToString(CultureInfo.InvariantCulture)));

    public string PointerTo(string name) =>
        $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>A violation by this value.</summary>
    public KlingViolation Violates(string keyword, string? limit, string? actual, string message) =>
        new(Pointer, keyword, limit, actual, message);

    /// <summary>The value for a message: JSON, shortened if it is long.</summary>
    public string Quoted() => SentenceText.Short(Json);
}
