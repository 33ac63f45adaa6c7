using System.Collections.Immutable;
using System.Net;
using Kling.Formats;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING207: a URL that only this machine or its network can read. The server fetches the inputs of a model itself.</summary>
internal static class FetchableUrlRule
{
    /// <summary>How a text begins that is a URL and not the content of a file.</summary>
    private static readonly string[] WebBeginnings = ["http://", "https://", "file://"];

    private const string Local = "it names a local file";
    private const string Advice = "; upload the file with 'client.Files.UploadAsync' and pass the URL that it returns";

    /// <summary>What tells the fix that the value is the path of a file, or a URL of one.</summary>
    public static ImmutableDictionary<string, string?> LocalFile { get; } =
        ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.LocalFile, "true");

    /// <summary>Schemes of places that a server on the internet does not read. Others may be the model's own.</summary>
    private static readonly HashSet<string> OtherSchemes = new(
        [
            "ftp",
            "ftps",
            "sftp",
            "ssh",
            "smb",
            "nfs",
            "s3",
            "gs",
            "blob",
            "filesystem",
            "content",
            "about",
            "javascript",
            "mailto",
            "tel",
            "cid",
            "mid",
            "urn",
            "chrome",
            "chrome-extension",
            "view-source",
            "android.resource",
            "assets-library",
            "ph",
            "hdfs",
            "ms-appx",
            "ms-appdata",
            "res",
            "pack",
            "app",
            "ws",
            "wss",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Endings of the files that models take.</summary>
    private static readonly string[] MediaEndings =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".gif",
        ".bmp",
        ".heic",
        ".avif",
        ".mp4",
        ".mov",
        ".webm",
        ".mp3",
        ".wav",
        ".m4a",
    ];

    /// <summary>A value whose format is <c>uri</c>. One that is no URI is KLING107's.</summary>
    public static void Check(ConstraintCheck check, FormatConstraint constraint)
    {
        if (constraint.Format == TextFormat.Uri && (check.Known.Text is not { } text || TextFormat.Fault(constraint.Format, text) is null))
        {
            Check(check, isUri: true);
        }
    }

    /// <summary>A text that is a URL by the name of its parameter: only what cannot be anything else is reported.</summary>
    public static void Check(ConstraintCheck check, UrlNameConstraint name)
    {
        if (!name.MayBeContent || WebBeginnings.Any(begin => check.Known.Parts[0].StartsWith(begin, StringComparison.OrdinalIgnoreCase)))
        {
            Check(check, isUri: false);
        }
    }

    /// <summary>Whether a partly known URL is reported.</summary>
    public static bool Reports(TextParts url) => Reason(url.Known[0], isWhole: false, isUri: true, url.Known) is not null;

    /// <summary>Whether a text is the path of a local file.</summary>
    public static bool IsFile(string text) =>
        LocalPaths.Begins(text)
        || (
            text.IndexOf(':') < 0
            && !text.StartsWith("//", StringComparison.Ordinal)
            && MediaEndings.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        );

    private static void Check(ConstraintCheck check, bool isUri)
    {
        if (check.Known == KnownValue.LocalPath)
        {
            Report(check, DiagnosticSeverity.Warning, check.Value.Value.ToString(), Local);
        }
        else if (check.Known is TextParts or TextSamples or ExactValue { Constant: string })
        {
            bool isWhole = check.Known.Text is not null;
            string begin = check.Known.Parts[0];
            string shown = isWhole ? begin : begin + "…";
            if (Reason(begin, isWhole, isUri, check.Known.Parts) is { } reason)
            {
                Report(check, DiagnosticSeverity.Warning, shown, reason);
            }
            else if (isUri && begin.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            {
                Report(check, DiagnosticSeverity.Info, shown, "its scheme is 'http', which some servers refuse; use 'https'");
            }
        }
    }

    /// <summary>Why a server cannot fetch a URL, of which only the beginning may be known.</summary>
    private static string? Reason(string begin, bool isWhole, bool isUri, string[] parts)
    {
        int colon = begin.IndexOf(':');
        string scheme = colon < 0 ? "" : begin.Substring(0, colon);
        return scheme.Equals("file", StringComparison.OrdinalIgnoreCase) || IsFile(begin) ? Local
            // What begins with a slash and has the ending of a file, with something between them.
            : !isWhole && begin.StartsWith("/", StringComparison.Ordinal) && !begin.StartsWith("//", StringComparison.Ordinal)
                && IsFile(parts[parts.Length - 1]) ? Local
            : (isUri && OtherSchemes.Contains(scheme)) || scheme is "blob" or "about" or "cid" or "content" ? $"its scheme is '{scheme}' and not 'https'"
            : begin.IndexOf("://", StringComparison.Ordinal) != colon ? null
            : scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
                ? (Host(begin, isWhole) is { } host ? OfHost(host) : null)
            : null;
    }

    private static void Report(ConstraintCheck check, DiagnosticSeverity severity, string text, string reason)
    {
        if (check.Shown() is { } shown)
        {
            check.Report(
                Diagnostic.Create(
                    UseDiagnostics.UrlIsNotFetchable,
                    check.At ?? shown.Place.GetLocation(),
                    severity,
                    additionalLocations: null,
                    reason == Local && check.At is null ? LocalFile : null,
                    text,
                    check.Name,
                    severity is DiagnosticSeverity.Warning ? reason + Advice : reason
                )
            );
        }
    }

    /// <summary>The host of a URL, without user name, port and brackets; <see langword="null"/> if it may go on.</summary>
    private static string? Host(string url, bool isWhole)
    {
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        int end = url.IndexOfAny(['/', '?', '#'], start);
        string authority = url.Substring(start, (end < 0 ? url.Length : end) - start);
        string host = authority.Substring(authority.LastIndexOf('@') + 1);
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            int close = host.IndexOf(']');
            return close < 0 ? null : host.Substring(1, close - 1);
        }

        int port = host.IndexOf(':');
        return port >= 0 ? host.Substring(0, port).TrimEnd('.')
            : isWhole || end >= 0 ? host.TrimEnd('.')
            : null;
    }

    private static string? OfHost(string host)
    {
        bool isAddress = IPAddress.TryParse(host, out IPAddress? address) && (host.Contains(":") || host.Count(static c => c == '.') == 3);
        return IsName(host, "localhost") || (isAddress && IPAddress.IsLoopback(address!)) ? "it names this machine"
            : IsName(host, "local") || IsName(host, "lan") || IsName(host, "localdomain") || IsName(host, "home.arpa") || (isAddress && IsPrivate(address!.GetAddressBytes())) ? "it names a host of a private network"
            : null;
    }

    private static bool IsName(string host, string name) =>
        host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 1918, RFC 3927, RFC 4193, RFC 4291, and the unspecified addresses.</summary>
    private static bool IsPrivate(byte[] address) =>
        address.Length == 4
            ? address[0] is 0 or 10 or 127
                || (address[0] == 172 && address[1] is >= 16 and <= 31)
                || (address[0] == 192 && address[1] == 168)
                || (address[0] == 169 && address[1] == 254)
            : (address[0] & 0xFE) == 0xFC
                || (address[0] == 0xFE && (address[1] & 0xC0) == 0x80)
                || address.All(static part => part == 0)
                || IsPrivateV4(address);

    /// <summary>An IPv4 address in IPv6: <c>::ffff:10.0.0.1</c>.</summary>
    private static bool IsPrivateV4(byte[] address) =>
        address.Take(10).All(static part => part == 0) && address[10] == 0xFF && address[11] == 0xFF && IsPrivate([.. address.Skip(12)]);
}
