using System.Net;
using Kling.Formats;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING207: a URL that only this machine or its network can read. The server fetches the inputs of a model itself.</summary>
internal static class FetchableUrlRule
{
    private const string Local = "it names a local file";

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
            "content",
            "about",
            "javascript",
            "mailto",
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

    public static void Check(ConstraintCheck check, FormatConstraint constraint)
    {
        if (
            constraint.Format != TextFormat.Uri
            || check.Known.Text is not { } text
            || TextFormat.Fault(constraint.Format, text) is not null
        )
        {
            return;
        }

        string scheme = text.Substring(0, text.IndexOf(':'));
        bool isPlain = scheme.Equals("http", StringComparison.OrdinalIgnoreCase);
        string? reason =
            scheme.Equals("file", StringComparison.OrdinalIgnoreCase) ? Local
            : isPlain || scheme.Equals("https", StringComparison.OrdinalIgnoreCase) ? OfHost(Host(text))
            : OtherSchemes.Contains(scheme) ? $"its scheme is '{scheme}' and not 'https'"
            : null;
        if (reason is not null)
        {
            Report(
                check,
                DiagnosticSeverity.Warning,
                text,
                reason + "; upload the file with 'client.Files.UploadAsync' and pass the URL that it returns"
            );
        }
        else if (isPlain)
        {
            Report(check, DiagnosticSeverity.Info, text, "its scheme is 'http', which some servers refuse; use 'https'");
        }
    }

    private static void Report(ConstraintCheck check, DiagnosticSeverity severity, string text, string reason) =>
        check.Report(
            Diagnostic.Create(
                UseDiagnostics.UrlIsNotFetchable,
                check.Value.Place.GetLocation(),
                severity,
                additionalLocations: null,
                properties: null,
                text,
                check.Name,
                reason
            )
        );

    /// <summary>The host of a URL, without user name, port and brackets.</summary>
    private static string Host(string url)
    {
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        int end = url.IndexOfAny(['/', '?', '#'], start);
        string authority = url.Substring(start, (end < 0 ? url.Length : end) - start);
        string host = authority.Substring(authority.LastIndexOf('@') + 1);
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            return host.Substring(1, Math.Max(0, host.IndexOf(']') - 1));
        }

        int port = host.IndexOf(':');
        return (port < 0 ? host : host.Substring(0, port)).TrimEnd('.');
    }

    private static string? OfHost(string host)
    {
        bool isAddress = IPAddress.TryParse(host, out IPAddress? address) && (host.Contains(":") || host.Count(static c => c == '.') == 3);
        return IsName(host, "localhost") || (isAddress && IPAddress.IsLoopback(address!)) ? "it names this machine"
            : IsName(host, "local") || (isAddress && IsPrivate(address!.GetAddressBytes())) ? "it names a host of a private network"
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
