namespace Kling;

/// <summary>A file inside its own URL (RFC 2397): <c>data:video/mp4;base64,…</c>.</summary>
internal sealed class DataUrl
{
    private const string Scheme = "data:";

    private readonly bool _isBase64;
    private readonly int _begin;

    private DataUrl(string text, string? contentType, bool isBase64, int begin)
    {
        Text = text;
        ContentType = contentType;
        _isBase64 = isBase64;
        _begin = begin;
    }

    /// <summary>The URL as it was written.</summary>
    public string Text { get; }

    /// <summary>The media type without its parameters, or <see langword="null"/> if the URL names none.</summary>
    public string? ContentType { get; }

    /// <summary>The URL without the data, which may be millions of characters.</summary>
    public string Head => Text[.._begin];

    /// <summary>The URL in a text, or <see langword="null"/> if it is none.</summary>
    public static DataUrl? Parse(string text)
    {
        string url = text.Trim();
        int comma = url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? url.IndexOf(',', StringComparison.Ordinal) : -1;
        if (comma < 0)
        {
            return null;
        }

        string[] parts = url[Scheme.Length..comma].Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Length == 0 || (parts[0].Contains('/', StringComparison.Ordinal) && !parts[0].Any(char.IsWhiteSpace))
            ? new DataUrl(
                url,
                parts[0].Length == 0 ? null : parts[0],
                parts[^1].Equals("base64", StringComparison.OrdinalIgnoreCase),
                comma + 1
            )
            : null;
    }

    /// <summary>
    /// The URL as a <see cref="Uri"/>; without its data if it is longer than one can be (65,519 characters before .NET 10).
    /// </summary>
    public Uri ToUri() => Uri.TryCreate(Text, UriKind.Absolute, out Uri? uri) ? uri : new Uri(Head);

    /// <summary>The bytes of the file.</summary>
    /// <exception cref="FormatException">The data is not base64.</exception>
    public byte[] Read()
    {
        if (!_isBase64)
        {
            return Unescape(Text.AsSpan(_begin));
        }

        string data = Text[_begin..];
        data = (data.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(data) : data).TrimEnd('=', ' ');

        // The padding may be left out.
        return Convert.FromBase64String(data.PadRight(data.Length + ((4 - (data.Length % 4)) % 4), '='));
    }

    private static byte[] Unescape(ReadOnlySpan<char> text)
    {
        using var bytes = new MemoryStream(text.Length);
        Span<byte> unit = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (text is ['%', var high, var low, .. var rest] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                bytes.WriteByte((byte)((Value(high) << 4) | Value(low)));
                text = rest;
                continue;
            }

            _ = System.Text.Rune.DecodeFromUtf16(text, out System.Text.Rune rune, out int consumed);
            bytes.Write(unit[..rune.EncodeToUtf8(unit)]);
            text = text[consumed..];
        }

        return bytes.ToArray();
    }

    private static int Value(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
