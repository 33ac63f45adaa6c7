namespace Kling.Formats;

/// <summary>The character classes that the RFCs of the formats share (RFC 5234, B.1). All of them are ASCII.</summary>
internal static class Ascii
{
    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);

    public static bool IsHexDigit(char c) => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>The value of a sequence of digits, or -1 if there is another character or it does not fit 32 bits.</summary>
    public static int Number(string digits)
    {
        long number = digits.Length == 0 ? -1 : 0;
        foreach (char c in digits)
        {
            if (!IsDigit(c) || number > int.MaxValue)
            {
                return -1;
            }

            number = (number * 10) + (c - '0');
        }

        return number > int.MaxValue ? -1 : (int)number;
    }
}
