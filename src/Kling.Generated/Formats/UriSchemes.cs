namespace Kling.Formats;

/// <summary>What <see cref="Uri"/> asks of the schemes that it knows, beside RFC 3986: the RFCs of most of them ask for the same.</summary>
internal static class UriSchemes
{
    public const string NoHost = "Name a host, as in https://example.com/image.png.";

    public static bool IsFile(string scheme) => scheme is "file" or "vsmacros";

    /// <summary>What is wrong with a scheme that no <c>//</c> follows.</summary>
    public static string? SlashesFault(string scheme) =>
        NeedsHost(scheme) || IsFile(scheme) || scheme == "ldap" ? $"Write '//' after '{scheme}:'." : null;

    /// <summary>The error for a URI without a host.</summary>
    public static string? NoHostFault(string scheme) => NeedsHost(scheme) ? NoHost : null;

    /// <summary>What is wrong with the parts next to the host.</summary>
    public static string? BesideHostFault(string scheme, bool hasUserInfo, bool hasPort) =>
        (hasUserInfo && (IsFile(scheme) || scheme is "net.pipe" or "net.tcp")) || (hasPort && (IsFile(scheme) || scheme == "net.pipe"))
            ? $"The host of the scheme '{scheme}' must not have a {(hasUserInfo ? "user name" : "port")}."
            : null;

    /// <summary>
    /// What is wrong with the path of a file: <see cref="Uri"/> looks for a share in <c>//share</c>, for a drive in <c>/C:</c>.
    /// </summary>
    public static string? PathFault(string path)
    {
        bool isDrive = path.Length > 2 && Ascii.IsLetter(path[1]) && path[2] == ':';
        return path.StartsWith("//", StringComparison.Ordinal) ? "A file's path must begin with one '/'."
            : isDrive && (path.Length == 3 || path[3] != '/') ? "Write '/' after the drive."
            : null;
    }

    private static bool NeedsHost(string scheme) =>
        scheme is "http" or "https" or "ws" or "wss" or "ftp" or "gopher" or "nntp" or "telnet" or "net.tcp" or "net.pipe";
}
