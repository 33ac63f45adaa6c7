using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling upload &lt;file&gt;</c>: uploads a local file and prints its URL.</summary>
internal sealed class UploadCommand : Command
{
    private readonly Argument<string> _file = new("file") { Description = "The image, video or audio file to upload." };

    private readonly Option<string?> _contentType = new("--content-type")
    {
        Description = "Its media type, such as image/png. Default: detected from the first bytes.",
        HelpName = "type",
    };

    private readonly SegmindOptions _segmind = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public UploadCommand(CliHost host, Screen screen)
        : base(
            "upload",
            "Uploads a file to Segmind Storage and prints its URL, which the models accept as input. It is not billed. Anyone with the URL can read the file."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_file);
        Options.Add(_contentType);
        _segmind.AddTo(this);
        SetAction(UploadAsync);
    }

    private async Task<int> UploadAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using Connection connection = _segmind.Connect(parse, _host);
        Uri address = await SendAsync(connection, parse.GetRequiredValue(_file), parse.GetValue(_contentType), cancellationToken);
        _screen.Line(address.AbsoluteUri);
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("url", address.AbsoluteUri);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }

    private async Task<Uri> SendAsync(Connection connection, string file, string? contentType, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Client.Files.UploadAsync(_host.FullPath(file), contentType, progress: null, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new CliFailure(ExitCodes.Usage, $"{file} cannot be uploaded: {e.Message}", e);
        }
    }
}
