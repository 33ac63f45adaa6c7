using Kling.Tests;

namespace Kling.Emulator.Tests.Contract;

/// <summary>The walker itself: a file that would not play must not pass for one that does.</summary>
public sealed class Mp4Tests
{
    [Fact]
    public async Task A_truncated_file_is_not_a_valid_MP4()
    {
        byte[] file = await SampleAsync();

        _ = Assert.Throws<InvalidDataException>(() => Mp4.Parse(file[..^1]));
        _ = Assert.Throws<InvalidDataException>(() => Mp4.Parse("<!doctype html>"u8.ToArray()));
    }

    [Fact]
    public async Task Samples_outside_the_media_data_are_detected()
    {
        byte[] file = await SampleAsync();
        int table = file.AsSpan().IndexOf("stco"u8);

        // The first chunk's offset, behind the box's kind, version and count.
        file.AsSpan(table + 12, 4).Clear();

        var mp4 = Mp4.Parse(file);
        Assert.Contains(mp4.Samples, sample => sample.Start < mp4.MediaData.Start);
    }

    private static async Task<byte[]> SampleAsync()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        using HttpClient stranger = fixture.Stranger();
        return await stranger.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
    }
}
