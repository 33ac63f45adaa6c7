using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary><c>--urls</c>: the URL to listen on.</summary>
internal sealed partial class AddressOption : Option<string?>
{
    /// <summary>The URL of the emulator, if no other one is named.</summary>
    public const string Default = "http://127.0.0.1:5080";

    public AddressOption(string description, string? defaultUrl)
        : base("--urls")
    {
        Description = description;
        HelpName = "uri";
        if (defaultUrl is not null)
        {
            DefaultValueFactory = _ => defaultUrl;
        }
    }

    /// <summary>The address, if it may be listened at. For <c>*</c> and <c>+</c> it names every address of this machine.</summary>
    /// <exception cref="CliFailure">It may not.</exception>
    public Uri Read(ParseResult parse, bool allowRemote)
    {
        string text = parse.GetRequiredValue(this)!;
        Uri uri = Parse(text);
        return allowRemote || uri.IsLoopback
            ? uri
            : throw new CliFailure(
                ExitCodes.Usage,
                $"--urls: other machines can reach '{text}'. Pass --allow-remote to allow this, or listen on {Default}"
            );
    }

    /// <summary>The address, which must be one that only this machine can reach; <see langword="null"/> if none is named.</summary>
    /// <exception cref="CliFailure">Other machines can reach it.</exception>
    public Uri? ReadLoopback(ParseResult parse) =>
        parse.GetValue(this) is not { } text ? null
        : Parse(text) is { IsLoopback: true } uri ? uri
        : throw new CliFailure(ExitCodes.Usage, $"--urls: other machines can reach '{text}', which is not allowed. Listen on {Default}");

    private static Uri Parse(string text)
    {
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

        return uri;
    }

    [GeneratedRegex("^http://[*+](?=[:/]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wildcard();
}
