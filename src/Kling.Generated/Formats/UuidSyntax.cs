namespace Kling.Formats;

/// <summary>
/// <c>uuid</c> (RFC 9562, 4). <see cref="Guid"/> is too tolerant: it accepts <c>0x</c> in the digits and trims white space.
/// </summary>
internal static class UuidSyntax
{
    private const int Length = 36;

    public static bool IsUuid(string text) =>
        text.Length == Length
        && text.Select(static (c, i) => i is 8 or 13 or 18 or 23 ? c == '-' : Ascii.IsHexDigit(c)).All(static isAllowed => isAllowed);
}
