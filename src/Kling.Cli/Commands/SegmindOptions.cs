using System.CommandLine;

namespace Kling.Cli;

/// <summary>The option for the URL of Segmind, shared by the commands that use Segmind.</summary>
internal sealed class SegmindOptions
{
    private readonly Option<string?> _baseAddress = new("--base-address")
    {
        Description = "The base URL of the API. The key is sent to it. Default: https://api.segmind.com.",
        HelpName = "uri",
    };

    /// <summary><c>--yes</c>, for the commands that are billed.</summary>
    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Accepts the cost without confirmation." };

    /// <summary>Adds <c>--base-address</c> to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_baseAddress);

    /// <summary>A connection to Segmind.</summary>
    /// <exception cref="CliFailure">There is no key, or the URL cannot be used.</exception>
    public Connection Connect(ParseResult parse, CliHost host) => Connection.ToSegmind(host, Address(parse.GetValue(_baseAddress)));

    /// <summary>The scheme and the host that the key is sent to.</summary>
    /// <exception cref="CliFailure">The URL cannot be used.</exception>
    public string Origin(ParseResult parse) =>
        (Address(parse.GetValue(_baseAddress)) ?? new KlingClientOptions().BaseAddress).GetLeftPart(UriPartial.Authority);

    private static Uri? Address(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri
        : throw new CliFailure(ExitCodes.Usage, $"--base-address: '{text}' is not an absolute URL");
}
