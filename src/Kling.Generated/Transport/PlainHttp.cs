using System.Diagnostics.CodeAnalysis;

namespace Kling;

/// <summary>
/// Where the API key may go unencrypted: to this machine, and to the hosts of <see cref="KlingClientOptions.InsecureHosts"/>. Never to
/// Segmind.
/// </summary>
internal static class PlainHttp
{
    /// <summary>Checks the hosts of the options.</summary>
    /// <exception cref="ArgumentException">An entry is not a host name, or is Segmind's.</exception>
    public static void Check(IReadOnlyList<string> hosts)
    {
        foreach (string host in hosts)
        {
            if (host is null || Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic)
            {
                throw Invalid($"'{host}' is not a host name. Use only the name, without scheme, port or wildcard, for example 'emulator'.");
            }

            if (IsSegmind(Normalize(host)))
            {
                throw Invalid($"'{host}' is a host of Segmind. The API key is sent to Segmind over https only.");
            }
        }
    }

    /// <summary>Whether the options allow http for the URL.</summary>
    public static bool IsAllowed(Uri uri, IReadOnlyList<string> hosts)
    {
        string asked = WithoutDot(uri.IdnHost);
        return uri.IsLoopback
            || (!IsSegmind(asked) && hosts.Any(host => Normalize(host).Equals(asked, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What to do about a URL that is not allowed.</summary>
    public static string Advice(Uri uri)
    {
        const string Rule = "Use https; http is allowed for this machine (localhost)";
        return IsSegmind(WithoutDot(uri.IdnHost))
            ? $"{Rule}, and never for Segmind."
            : $"{Rule} and for the hosts in {nameof(KlingClientOptions)}.{nameof(KlingClientOptions.InsecureHosts)}: add '{uri.IdnHost}' there if you trust the network between this machine and that host.";
    }

    /// <summary>The host as a URL with it is connected to: in lower case, in ASCII, without the dot of the root.</summary>
    private static string Normalize(string host)
    {
        string name = host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;
        return WithoutDot(Uri.TryCreate($"http://{name}/", UriKind.Absolute, out Uri? uri) ? uri.IdnHost : host);
    }

    private static string WithoutDot(string host) => host.TrimEnd('.');

    private static bool IsSegmind(string host) =>
        host.Equals(SegmindHost.Domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + SegmindHost.Domain, StringComparison.OrdinalIgnoreCase);

    [SuppressMessage("Usage", "CA2208", Justification = "The name is the one of the option, which is what the application set.")]
    private static ArgumentException Invalid(string problem) =>
        new($"{nameof(KlingClientOptions.InsecureHosts)} cannot be used: {problem}", nameof(KlingClientOptions.InsecureHosts));
}
