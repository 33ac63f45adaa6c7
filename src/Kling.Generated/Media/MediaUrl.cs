using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kling;

/// <summary>The URLs of output files. Many are signed, so each is requested character for character as the server wrote it.</summary>
internal static class MediaUrl
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>An http or https URL that a server wrote, absolute or relative to the URL of its response.</summary>
    public static bool TryRead(string text, Uri source, [NotNullWhen(true)] out Uri? url)
    {
        string reference = text.Trim();

        // By hand where nothing has to be merged, so that the path stays as it was written. A path is not tried as an absolute URL: on Unix
        // it would be a file.
        bool isRead =
            reference is "" or ['?' or '#', ..] ? Uri.TryCreate(Document(source, reference) + reference, UriKind.Absolute, out url)
            : reference.StartsWith("//", StringComparison.Ordinal)
                ? Uri.TryCreate($"{source.Scheme}:{reference}", UriKind.Absolute, out url)
            : reference.StartsWith('/') ? Uri.TryCreate($"{source.Scheme}://{source.Authority}{reference}", UriKind.Absolute, out url)
            : Uri.TryCreate(reference, UriKind.Absolute, out url) || Uri.TryCreate(source, reference, out url);
        return isRead && HttpUrl.IsHttp(url!);
    }

    /// <summary>What a reference without a path is relative to: an empty one and a fragment keep the query.</summary>
    private static string Document(Uri source, string reference) =>
        source.OriginalString.Trim().Split(reference is ['?', ..] ? ['?', '#'] : ['#'])[0];

    /// <summary>The URL to request. <see cref="Uri"/> alone would send <c>%7E</c> as <c>~</c> and leave out <c>/../</c>.</summary>
    public static Uri ToRequest(Uri url)
    {
        string text = url.OriginalString.Trim();
        int authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        int length = text.AsSpan(authority).IndexOfAny("/?#\\");
        if (authority < 3 || length < 0 || text[authority + length] is '\\')
        {
            return url;
        }

        string target = Escape(text.AsSpan(authority + length));
        target = target.StartsWith('/') ? target : "/" + target;
        return
            target != url.PathAndQuery
            && Uri.TryCreate(string.Concat(text.AsSpan(0, authority + length), target), AsWritten, out Uri? exact)
            ? exact
            : url;
    }

    /// <summary>Escapes what a request line cannot hold, and leaves out the fragment, which is not sent.</summary>
    private static string Escape(ReadOnlySpan<char> text)
    {
        int fragment = text.IndexOf('#');
        var escaped = new StringBuilder();
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in (fragment < 0 ? text : text[..fragment]).EnumerateRunes())
        {
            if (rune.Value is > ' ' and < '\x7F')
            {
                _ = escaped.Append((char)rune.Value);
                continue;
            }

            foreach (byte unit in bytes[..rune.EncodeToUtf8(bytes)])
            {
                _ = escaped.Append('%').Append(unit.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }
}
