using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary><c>--urls</c>: the URL on which the emulator listens.</summary>
internal sealed partial class AddressOption : Option<string>
{
    private const string Default = "http://127.0.0.1:5080";

    public AddressOption()
        : base("--urls")
    {
        Description = "The URL to listen on. Port 0 selects a free port. The command prints the URL.";
        HelpName = "uri";
        DefaultValueFactory = static _ => Default;
    }

    /// <summary>The address, if it may be listened at. For <c>*</c> and <c>+</c> it names every address of this machine.</summary>
    /// <exception cref="CliFailure">It may not.</exception>
    public Uri Read(ParseResult parse, bool allowRemote)
    {
        string text = parse.GetRequiredValue(this);
        string everywhere = Socket.OSSupportsIPv6 ? "http://[::]" : "http://0.0.0.0";
        if (
            !Uri.TryCreate(Wildcard().Replace(text, everywhere), UriKind.Absolute, out Uri? uri)
            || uri.Scheme != Uri.UriSchemeHttp
            || uri.PathAndQuery != "/"
            || uri.Fragment.Length > 0
            || uri.UserInfo.Length > 0
        )
        {
            throw new CliFailure(ExitCodes.Usage, $"--urls: '{text}' must be one http URL without a path, such as {Default}");
        }

        return allowRemote || uri.IsLoopback
            ? uri
            : throw new CliFailure(
                ExitCodes.Usage,
                $"--urls: other machines can reach '{text}'. Pass --allow-remote to allow this, or listen on {Default}"
            );
    }

    [GeneratedRegex("^http://[*+](?=[:/]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wildcard();
}
