namespace Kling;

/// <summary>A violation of a schema by a request.</summary>
/// <param name="Path">The location, as a JSON Pointer (RFC 6901): <c>/multi_prompt/0/prompt</c>; empty for the request itself.</param>
/// <param name="Keyword">The JSON Schema keyword that is violated: <c>maxLength</c>.</param>
/// <param name="Limit">What the schema allows, as JSON text: <c>512</c>; <see langword="null"/> if the keyword has no limit.</param>
/// <param name="Actual">The actual value, in the unit of <paramref name="Limit"/>, for example <c>513</c>; <see langword="null"/> if there
/// is none.</param>
/// <param name="Message">A sentence that says what is wrong and what is allowed. It does not repeat the location.</param>
public sealed record KlingViolation(string Path, string Keyword, string? Limit, string? Actual, string Message)
{
    /// <summary>The location and the message: <c>/cfg_scale: 1.5 is more than the maximum of 1.</c></summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
