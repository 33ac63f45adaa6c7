using System.Text;
using static Kling.Tests.PngUpload;

namespace Kling.Tests;

/// <summary>The media type of an upload: recognized from the first bytes, or given by the caller.</summary>
public sealed class UploadTypeTests
{
    public static TheoryData<string, string> Signatures => new()
    {
        { "image/png", "\u0089PNG\r\n\u001a\n" },
        { "image/jpeg", "\u00ff\u00d8\u00ff\u00e0" },
        { "image/gif", "GIF89a" },
        { "image/webp", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 " },
        { "audio/wav", "RIFF\u0001\u0002\u0003\u0004WAVEfmt " },
        { "image/avif", "\0\0\0\u0020ftypavif" },
        { "image/heic", "\0\0\0\u0020ftypheic" },
        { "video/mp4", "\0\0\0\u0020ftypisom" },
        { "video/mp4", "\0\0\0\u0020ftypmp42" },
        { "video/quicktime", "\0\0\0\u0014ftypqt  " },
        { "audio/mp4", "\0\0\0\u0020ftypM4A " },
        { "video/webm", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0086\u0081\u0001B\u00f7\u0081\u0001B\u0082\u0084webm" },
        { "video/x-matroska", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0086\u0081\u0001B\u0082\u0088matroska" },
        { "audio/mpeg", "ID3\u0004" },
        { "audio/mpeg", "\u00ff\u00fb\u0090\u0044" },
        { "audio/aac", "\u00ff\u00f1\u0050\u0080" },
        { "audio/ogg", "OggS\0" },
        { "audio/flac", "fLaC\0" },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task The_media_type_is_recognized_by_the_first_bytes(string type, string begin)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);

        _ = await UploadAsync(stage, [.. Encoding.Latin1.GetBytes(begin), 1, 2, 3]);

        Assert.Contains($"\"data:{type};base64,", Assert.Single(stage.Server.Posts).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("\u0089PN")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004AVI ")]
    [InlineData("x")]
    public async Task A_file_of_an_unknown_type_is_refused_before_anything_is_sent(string text)
    {
        using var stage = new Stage();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(stage, Encoding.Latin1.GetBytes(text)));

        Assert.Contains("The known formats are JPEG, PNG", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_given_media_type_is_used_unchanged()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);

        _ = await stage.Client.Files.UploadAsync(new MemoryStream("WEBVTT"u8.ToArray()), "text/vtt", cancellationToken: Stage.Token);

        Assert.Contains("\"data:text/vtt;base64,", Assert.Single(stage.Server.Posts).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("")]
    [InlineData("image/png; a=b")]
    [InlineData("image/png\"],\"x\":[\"")]
    [InlineData("image/pñg")]
    public async Task An_invalid_media_type_is_refused_before_anything_is_sent(string type)
    {
        using var stage = new Stage();

        _ = await Assert.ThrowsAsync<ArgumentException>("contentType", () => stage.Client.Files.UploadAsync(new MemoryStream(Png), type, cancellationToken: Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }
}
