namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether a text is an API key: <c>SG_</c> and 16 hexadecimal digits by chance. A made-up one is none, as tests against the emulator and
/// documentation use it: its digits are consecutive, repeat each other, or are words.
/// </summary>
internal static class KeyText
{
    public const string Prefix = "SG_";

    private const int Digits = 16;

    /// <summary>
    /// A digit that is not beside the one before it. Sixteen digits by chance have twelve; fewer than four are one key in a hundred
    /// million.
    /// </summary>
    private const int JumpsInMadeUpKey = 3;

    /// <summary>Sixteen digits by chance are ten different ones; five or fewer are one key in a hundred thousand.</summary>
    private const int DifferentInMadeUpKey = 5;

    /// <summary>What people write with hexadecimal digits. A key by chance has one of them once in two hundred times.</summary>
    private static readonly string[] Words =
    [
        "dead",
        "beef",
        "cafe",
        "babe",
        "face",
        "feed",
        "f00d",
        "c0de",
        "c0ffee",
        "fade",
        "decade",
        "facade",
        "baad",
        "b00b",
        "d00d",
        "deaf",
        "bead",
        "1337",
        "fee1",
    ];

    public static bool IsKey(string text)
    {
        string key = text.Trim();
        if (key.Length != Prefix.Length + Digits || !key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        int[] digits = [.. key.Skip(Prefix.Length).Select(Digit).OfType<int>()];
        return digits.Length == Digits && !IsMadeUp(digits, key.Substring(Prefix.Length).ToLowerInvariant());
    }

    /// <summary>
    /// Whether a name is one that keys are given: <c>ApiKey</c>, <c>x-api-key</c>, <c>SEGMIND_API_KEY</c>, <c>Kling:ApiKey</c>.
    /// </summary>
    public static bool IsNameOfKey(string name)
    {
        string letters = new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        return letters.Contains("segmind")
            || letters.EndsWith("key", StringComparison.Ordinal)
            || letters.EndsWith("secret", StringComparison.Ordinal)
            || letters.EndsWith("token", StringComparison.Ordinal)
            || letters.Contains("apikey")
            || letters.Contains("credential")
            || letters is "authorization" or "bearer";
    }

    private static bool IsMadeUp(int[] digits, string text) =>
        Jumps(digits, stride: 1) <= JumpsInMadeUpKey
        || Jumps(digits, stride: 2) <= JumpsInMadeUpKey
        || digits.Distinct().Count() <= DifferentInMadeUpKey
        || Enumerable.Range(1, Digits / 2).Any(period => digits.Skip(period).SequenceEqual(digits.Take(Digits - period)))
        || digits.SequenceEqual(Enumerable.Reverse(digits))
        || Words.Any(text.Contains);

    private static int Jumps(int[] digits, int stride) =>
        Enumerable.Range(stride, Digits - stride).Count(index => Math.Abs(digits[index] - digits[index - stride]) > 1);

    private static int? Digit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => null,
        };
}
