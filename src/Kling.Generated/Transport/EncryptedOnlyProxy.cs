using System.Net;

namespace Kling;

/// <summary>
/// The proxy of the environment (<c>HTTPS_PROXY</c>, <c>ALL_PROXY</c> or the system's), for https only: there it sees a tunnel. A request
/// over plain http would show it the API key; such requests go to this machine, or to hosts that the application names, and need no proxy.
/// </summary>
internal sealed class EncryptedOnlyProxy(IWebProxy environment) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => environment.Credentials;
        set => environment.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : environment.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.Scheme != Uri.UriSchemeHttps || host.IsLoopback || environment.IsBypassed(host);
}
