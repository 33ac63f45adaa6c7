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

    /// <summary>As many digits of words are a key by chance once in ten million times.</summary>
    private const int DigitsOfWordsInMadeUpKey = 8;

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

    /// <summary>Words in the names of texts that are not keys, or of keys that are not secret.</summary>
    private static readonly string[] OtherNames =
    [
        "id",
        "sample",
        "example",
        "fake",
        "dummy",
        "placeholder",
        "mock",
        "stub",
        "test",
        "invalid",
        "wrong",
        "revoked",
        "expired",
        "order",
        "ticket",
        "serial",
        "sku",
        "number",
        "code",
        "reference",
        "hash",
        "checksum",
        "pattern",
        "region",
        "mask",
        "redacted",
    ];

    /// <summary>Whether a text is a key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayBeWords">Whether it is where keys are, so that digits that are words do not tell that it is made up.</param>
    public static bool IsKey(string text, bool mayBeWords = false)
    {
        string key = text.Trim();
        if (key.Length != Prefix.Length + Digits || !key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        int[] digits = [.. key.Skip(Prefix.Length).Select(Digit).OfType<int>()];
        return digits.Length == Digits
            && !IsPattern(digits)
            && (mayBeWords || !IsOfWords(key.Substring(Prefix.Length).ToLowerInvariant()));
    }

    /// <summary>
    /// A key within a text that names it: <c>Bearer SG_…</c>, <c>{ "ApiKey": "SG_…" }</c>, <c>--Kling:ApiKey=SG_…</c>; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public static string? Named(string text)
    {
        int start = text.IndexOf(Prefix, 1, StringComparison.Ordinal);
        int end = start + Prefix.Length + Digits;
        if (
            start < 0
            || end > text.Length
            || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            || !IsKey(text.Substring(start, end - start), mayBeWords: true)
        )
        {
            return null;
        }

        string before = text.Substring(0, start).TrimEnd(' ', '"', '\'', '=', ':', '\\');
        int name = before.Length;
        while (name > 0 && (char.IsLetterOrDigit(before[name - 1]) || before[name - 1] is '_' or '-'))
        {
            name--;
        }

        return before.Length < start && name < before.Length && IsNameOfKey(before.Substring(name)) ? text.Substring(start, end - start) : null;
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

    /// <summary>
    /// Whether a member of this name may have a key as its value. A text by chance does not look like a key, so only a name that says
    /// otherwise counts.
    /// </summary>
    public static bool MayBeNameOfKey(string name) => IsNameOfKey(name) || !KeySpelling.Words(name).Any(OtherNames.Contains);

    private static bool IsPattern(int[] digits) =>
        Jumps(digits) <= JumpsInMadeUpKey
        || digits.Distinct().Count() <= DifferentInMadeUpKey
        || Enumerable.Range(1, Digits / 2).Any(period => digits.Skip(period).SequenceEqual(digits.Take(Digits - period)))
        || digits.SequenceEqual(Enumerable.Reverse(digits));

    private static bool IsOfWords(string digits) =>
        Words.Sum(word => digits.Contains(word) ? word.Length : 0) >= DigitsOfWordsInMadeUpKey;

    private static int Jumps(int[] digits) =>
        Enumerable.Range(1, Digits - 1).Count(index => Math.Abs(digits[index] - digits[index - 1]) > 1);

    private static int? Digit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => null,
        };
}
