using System.CommandLine;
using System.Net;

namespace Kling.Cli;

/// <summary><c>--urls</c>: where a server of ours listens.</summary>
internal sealed class AddressOption : Option<string>
{
    private const string Default = "http://127.0.0.1:5080";

    public AddressOption()
        : base("--urls")
    {
        Description = "The address to listen at; port 0 takes any free one. It is printed.";
        HelpName = "uri";
        DefaultValueFactory = static _ => Default;
    }

    /// <summary>The address, if it may be listened at.</summary>
    /// <exception cref="CliFailure">It may not.</exception>
    public Uri Read(ParseResult parse, bool allowRemote)
    {
        string text = parse.GetRequiredValue(this);
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            throw new CliFailure(ExitCodes.Usage, $"--urls: '{text}' is not one http address without a path, such as {Default}");
        }

        if (IPAddress.TryParse(uri.IdnHost, out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
        {
            throw new CliFailure(ExitCodes.Usage, $"--urls: answers hold the addresses of results, and no client finds '{uri.Host}'. Name the machine as clients know it");
        }

        return allowRemote || uri.IsLoopback
            ? uri
            : throw new CliFailure(ExitCodes.Usage, $"--urls: other machines reach '{uri.Host}'. Add --allow-remote if they shall, or listen at {Default}");
    }
}
