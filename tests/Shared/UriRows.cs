namespace Kling.Tests;

/// <summary>The rows of <see cref="FormatTable"/> for URIs: RFC 3986, and where <see cref="Uri"/> holds less.</summary>
internal static class UriRows
{
    /// <summary>The longest URI.</summary>
    public const int MaxLength = 65_519;

    public static IReadOnlyList<string> Valid { get; } =
    [
        "https://example.com/a.png", "HTTPS://Example.COM/A", "http://h", "http://h/", "http://h?q", "http://h#f", "http://h/?",
        "http://h/#", "http://h/a//b/../c", "http://h//",
        "http://127.0.0.1:8080/x?y=1&z=%20#frame", "http://h:", "http://h:/x", "http://h:0", "http://h:65535", "http://h:00080/",
        "http://256.1.1.1/", "http://1.2.3/", "http://a./", "http://my_bucket.s3.example/", "http://a-b--c/",
        "http://xn--fsqu00a.xn--0zwm56d/", "http://" + new string('a', 63) + "/", "https://user@example.com:443/", "https://u:p:q@h/",
        "https://@h/", "https://u%40v@h/", "https://!$&'()*+,;=@h/",
        "http://[::1]", "http://[::]:80/x", "http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:7::]/", "http://[::2:3:4:5:6:7:8]/",
        "http://[1::8]/", "http://[ABCD::ef01]/", "http://[::ffff:1.2.3.4]/", "http://[1:2:3:4:5:6:1.2.3.4]/",
        "http://h/-._~!$&'()*+,;=:@/%20%C3%A9%00", "http://h/?-._~!$&'()*+,;=:@/?%20", "http://h/#-._~!$&'()*+,;=:@/?%20",
        "http://h/%c3%a9", "http://h/%ff", "http://h/a:b@c",
        "ftp://h/x", "ws://h", "wss://h/x", "file:///x", "file:///C:/x.png", "file://h/x", "file://", "mailto:", "mailto:a@b",
        "mailto:a@b?subject=x", "mailto:a,b@c", "urn:isbn:0451450523", "urn:", "tel:+1-201-555-0123", "news:a.b",
        "data:,", "data:image/png;base64,iVBORw0KGgo=", "data:text/plain,a%20b", "s3://bucket/key", "gs://b/x", "blob:https://h/x",
        "javascript:alert(1)", "a+b-c.1:x", "ab:", "ab:/", "ab:/x", "ab://", "ab:///x", "ab://h:1/x", "ab:?q", "ab:#f",
        "localhost:8080", "example.com:80/x", new string('a', 1024) + ":x", Long("https://example.com/", MaxLength),
        Long("data:image/png;base64,", MaxLength),
    ];

    /// <summary>Texts that are neither URIs nor references.</summary>
    public static IReadOnlyList<string> InvalidReferences { get; } =
    [
        // Characters.
        "https://exa mple.com", "https://example.com/a b.png", " https://example.com/", "https://example.com/ ", "https://example.com/\n",
        "\thttps://example.com/", "\u00a0https://example.com/", "https://example.com/\u0000", "https://example.com/a\u007f",
        "https://example.com/%zz", "https://example.com/%2", "https://example.com/%", "https://example.com/%2%20",
        "https://example.com/a|b", "https://example.com/a\\b", "https:\\\\example.com\\a", "https://example.com/<a>",
        "https://example.com/\"a\"",
        "https://example.com/^", "https://example.com/`", "https://example.com/{a}", "https://example.com/[a]",
        "https://example.com/?a[]=1", "https://example.com/#[", "https://example.com/#a#b", "https://example.com/?%",
        "https://example.com/#%f",
        "https://example.com/é", "https://example.com/?é", "https://example.com/#é", "https://例え.jp/", "https://é@h/",
        "https://example.com/😀", "https://example.com/\u202e", "https://example.com/\u200b", "ht\u0131p://h/", "https：//example.com",
        "httрs://h/",
        "file://\u202e", "data:text/plain,a b", "data:image/svg+xml,<svg/>", "urn:é", "ab:\\x",

        // User information, hosts and ports.
        "http://[::1", "http://::1/", "http://[::1]x", "http://[::1]:x", "http://[]", "http://[1]", "http://[:::]",
        "http://[1:2:3:4:5:6:7:8:9]", "http://[1:2:3:4:5:6:7]", "http://[1::2::3]", "http://[1::2:3:4:5:6:7:8]", "http://[12345::]",
        "http://[::g]", "http://[::1%25eth0]", "http://[fe80::1%eth0]", "http://[::256.1.1.1]", "http://[::01.2.3.4]", "http://[1.2.3.4::]",
        "http://[1:2:3:4:5:6:7:1.2.3.4]", "http://[1.2.3.4]", "http://[v1.a]", "http://[::1].example/", "http://a[::1]/",
        "http://h:65536", "http://h:99999", "http://h:4294967376", "http://h:-1", "http://h:+1", "http://h:8 0", "http://h:80:80",
        "http://h:٨٠", "http://h:0x50", "ab://h:65536/x",
        "http://a..b/", "http://.a/", "http://./", "http://-a/", "http://_a/", "http://a.-b/", "http://a!b/", "http://a*b/", "http://a~b/",
        "http://a,b/", "http://%41/", "http://a%20b/", "http://" + new string('a', 64) + "/",
        "http://u@v@h/", "http://u[@h/", "http://u%zz@h/", "http://u\\@h/", "ab://a!b", "pack://application:,,,/x",
        "http://", "http:///", "http:///x", "http://?x", "http://#x", "http://:80", "http://u@", "http://u@/x", "https://", "ftp:///x",
        "ws:///", "ab://:80", "ab://u@",

        // What System.Uri asks of schemes that it knows.
        "http:", "http:/x", "http:x", "https:example.com", "http:?x", "ws:x", "ftp:x", "file:", "file:x", "file:/x", "file://h:80/x",
        "file://u@h/x", "file:////x", "file:///C:", "file:///C:x", "ldap:x", "mailto:a@", "mailto:@", "mailto:a%40b", "mailto:a@b,c@d",

        // Drives, and lengths.
        "C:\\x.png", "C:/x.png", "c:x", "a:", "a:b", "x://h/", new string('a', 1025) + ":x", Long("https://example.com/", MaxLength + 1),
        Long("data:image/png;base64,", MaxLength + 1), Long("data:image/png;base64,", 200_000),
    ];

    /// <summary>Texts that are not URIs.</summary>
    public static IReadOnlyList<string> Invalid { get; } =
    [
        .. InvalidReferences,
        "", " ", "a", "a.png", "example.com/a.png", "//example.com/a.png", "/x", "./x", "../x", "?a", "#a", "~/x.png", ":", "://", "://x",
        "1http://h/", "-a:b", "+a:b", ".a:b", "1a:b", "ht_tp://h/", "ht tp://h/", "ht%74p://h/", "\\\\server\\share", "\ufeffhttps://h/",
    ];

    /// <summary>A URI of any kind, or <see langword="null"/> if none can be made from the text.</summary>
    public static Uri? Held(string text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : null;
        }
        catch (IndexOutOfRangeException)
        {
            // System.Uri fails so where "file://" is followed by a character that it strips, such as U+202E.
            return null;
        }
    }

    private static string Long(string start, int length) => start.PadRight(length, 'a');
}
