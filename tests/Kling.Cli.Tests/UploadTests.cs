using Kling.Emulator;

namespace Kling.Cli.Tests;

public sealed class UploadTests
{
    // The first bytes tell what it is; no more of a picture is needed here.
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_uploaded_and_its_URL_is_printed(bool asJson)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await File.WriteAllBytesAsync(Path.Combine(cli.Folder, "first.png"), Png, Token);

        CliResult result = await cli.RunAsync(["upload", "first.png", .. asJson ? new[] { "--json" } : []]);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        string address = asJson ? result.Json().GetProperty("url").GetString()! : result.Out.TrimEnd('\n');
        using var stranger = new HttpClient(cli.Segmind, disposeHandler: false);
        Assert.Equal(Png, await stranger.GetByteArrayAsync(new Uri(address), Token));
        Assert.Equal((1, 0), (cli.Segmind.Counters.Uploads, cli.Segmind.Counters.KeysOnOutputHost));
    }

    [Theory]
    [InlineData("missing.png", "missing.png cannot be uploaded")]
    [InlineData("notes.txt", "notes.txt cannot be uploaded")]
    [InlineData("empty.png", "empty.png cannot be uploaded")]
    public async Task A_file_that_cannot_be_an_input_is_refused_before_anything_is_sent(string file, string why)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write("notes.txt", "Buy milk.");
        _ = cli.Write("empty.png", "");

        CliResult result = await cli.RunAsync("upload", file);

        Assert.Equal((ExitCodes.Usage, 0), (result.ExitCode, cli.Wire.Requests));
        Assert.Contains(why, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_media_type_allows_any_file()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write("notes.txt", "Buy milk.");

        CliResult result = await cli.RunAsync("upload", "notes.txt", "--content-type", "text/plain");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
    }

    [Fact]
    public async Task A_refusal_of_the_service_has_its_exit_code()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await File.WriteAllBytesAsync(Path.Combine(cli.Folder, "first.png"), Png, Token);
        cli.Segmind.When(static request => request.Operation is EmulatorOperation.Upload, EmulatorFault.Error(System.Net.HttpStatusCode.Unauthorized));

        CliResult result = await cli.RunAsync("upload", "first.png");

        Assert.Equal(ExitCodes.NoAccess, result.ExitCode);
    }
}
