namespace Kling.Emulator;

/// <summary>JSON's grammar allows an escape like <c>\ud800</c> alone, but no text comes of it (RFC 8259, 8.2).</summary>
internal sealed class UnreadableTextException(JudgedValue value) : Exception
{
    public KlingViolation Violation { get; } =
        value.Violates(
            "type",
            null,
            null,
            "A string contains half of a surrogate pair, which is not Unicode text. Escape both halves or neither."
        );
}
