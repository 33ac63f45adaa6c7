using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Kling.Tests;

/// <summary>Downloads that break off.</summary>
public sealed class ResumeTests
{
    private static readonly DateTimeOffset Date = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Video = [.. Enumerable.Range(0, 100).Select(static i => (byte)i)];

    [Fact]
    public async Task An_interrupted_download_is_resumed_with_the_ETag()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Part(0, 40, tag: "\"v1\""), Part(40, 60, tag: "\"v1\""), Part(60, 100, tag: "\"v1\""));

        await SaveAsync(stage, folder);

        Assert.Equal(Video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Received[] gets = [.. stage.Server.Gets.Skip(1)];
        Assert.Equal([null, "bytes=40-", "bytes=60-"], gets.Select(static get => get.Headers.GetValueOrDefault("Range")));
        Assert.Equal([null, "\"v1\"", "\"v1\""], gets.Select(static get => get.Headers.GetValueOrDefault("If-Range")));
        Assert.All(gets, static get => Assert.DoesNotContain("x-api-key", get.Headers.Keys));
        Assert.Equal([1, 1], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
        Assert.Contains("The download of the output of job req-1 was interrupted after 40 bytes", stage.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_strong_ETag_the_download_is_resumed_by_the_date()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Part(0, 40, tag: "W/\"v1\"", modified: Date), Part(40, 100, tag: "W/\"v1\"", modified: Date));

        await SaveAsync(stage, folder);

        Assert.Equal(Video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal("Tue, 01 Sep 2026 00:00:00 GMT", stage.Server.Requests[^1].Headers["If-Range"]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("a weak tag")]
    [InlineData("a date of the same second")]
    public async Task A_file_without_a_reliable_version_is_downloaded_from_the_beginning(string named)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        string? tag = named is "a weak tag" ? "W/\"v1\"" : null;
        DateTimeOffset? date = named is "a date of the same second" ? Date : null;
        stage.Server.OnFile(Part(0, 40, tag: tag, modified: date, sent: date), Part(0, 100, tag: tag, modified: date, sent: date));

        await SaveAsync(stage, folder);

        Assert.Equal(Video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.DoesNotContain("Range", stage.Server.Requests[^1].Headers.Keys);
    }

    [Fact]
    public async Task A_file_that_has_changed_is_fetched_whole()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        byte[] other = [.. Video.Reverse()];
        stage.Server.OnFile(Part(0, 40, tag: "\"v1\""), Step.Bytes(200, "video/mp4", other, ("ETag", "\"v2\"")));

        await SaveAsync(stage, folder);

        Assert.Equal(other, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
    }

    [Theory]
    [InlineData("the rest of a longer file")]
    [InlineData("the rest of another version")]
    [InlineData("the rest of a version that is not named")]
    [InlineData("the rest of a file of unknown length")]
    [InlineData("another part")]
    [InlineData("several parts")]
    [InlineData("a page")]
    [InlineData("416")]
    [InlineData("403")]
    public async Task A_range_that_does_not_match_the_first_part_is_not_appended(string answer)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        Step odd = answer switch
        {
            "the rest of a longer file" => Part(40, 100, total: 101, tag: "\"v1\""),
            "the rest of another version" => Part(40, 100, tag: "\"v2\""),
            "the rest of a version that is not named" => Part(40, 100),
            "the rest of a file of unknown length" => Part(40, 100, total: null, tag: "\"v1\""),
            "another part" => Part(50, 100, tag: "\"v1\""),
            "several parts" => Step.Text(206, "multipart/byteranges", "--B"),
            "a page" => Step.Html(200),
            _ => Step.Empty(int.Parse(answer, CultureInfo.InvariantCulture)),
        };
        stage.Server.OnFile(Part(0, 40, tag: "\"v1\""), odd, Part(0, 100, tag: "\"v1\""));

        await SaveAsync(stage, folder);

        Assert.Equal(Video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.DoesNotContain("Range", stage.Server.Requests[^1].Headers.Keys);
    }

    [Fact]
    public async Task A_file_of_unknown_length_is_fetched_whole_again()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        var half = new Step(true, static _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Chunks(Video[..40])) }));
        stage.Server.OnFile(half, Step.Bytes(200, "video/mp4", Video));

        await SaveAsync(stage, folder);

        Assert.Equal(Video, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.DoesNotContain("Range", stage.Server.Requests[^1].Headers.Keys);
    }

    [Fact]
    public async Task A_file_that_never_gets_longer_is_given_up_after_three_repeats()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Part(0, 40, tag: "\"v1\""), Part(40, 50, tag: "\"v1\""), Part(50, 50, tag: "\"v1\""));
        await File.WriteAllTextAsync(folder.File("out.mp4"), "old", Stage.Token);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => SaveAsync(stage, folder));

        Assert.True(error.IsRetryable);
        Assert.Equal("req-1", error.RequestId);
        Assert.Contains("50 of 100 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, 1, 2, 4], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
        Assert.Equal("old", await File.ReadAllTextAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Fact]
    public async Task A_file_that_is_longer_than_announced_is_not_kept()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Part(0, 100, total: 90, status: 200));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => SaveAsync(stage, folder));

        Assert.Contains("100 of 90 bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Progress_counts_the_bytes_of_the_file_over_all_its_parts()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnFile(Part(0, 40, tag: "\"v1\""), Part(40, 100, tag: "\"v1\""));
        var seen = new ProgressLog<KlingTransfer>();
        KlingMedia video = await VideoAsync(stage);

        await video.SaveAsync(folder.File("out.mp4"), seen, Stage.Token);

        Assert.Equal([new KlingTransfer(40, 100), new KlingTransfer(100, 100)], seen.Reports);
    }

    private static async Task SaveAsync(Stage stage, TemporaryFolder folder) => await (await VideoAsync(stage)).SaveAsync(folder.File("out.mp4"), Stage.Token);

    private static async Task<KlingMedia> VideoAsync(Stage stage) => (await (await stage.SubmitAsync()).GetResultAsync(Stage.Token)).Video!;

    /// <summary>The bytes from one offset to another of a file that is said to be longer; what begins at 0 is the response to a request without a range.</summary>
    private static Step Part(int from, int to, int? total = 100, string? tag = null, DateTimeOffset? modified = null, DateTimeOffset? sent = null, int? status = null) => new(true, _ =>
    {
        bool isRest = from > 0;
        var response = new HttpResponseMessage((HttpStatusCode)(status ?? (isRest ? 206 : 200))) { Content = new StreamContent(new MemoryStream(Video[from..to])) };
        response.Content.Headers.ContentLength = isRest ? (total ?? to) - from : total;
        response.Content.Headers.ContentRange = !isRest ? null : total is { } length ? new ContentRangeHeaderValue(from, length - 1, length) : new ContentRangeHeaderValue(from, to - 1);
        response.Content.Headers.LastModified = modified;
        response.Headers.Date = sent ?? Date.AddDays(1);
        response.Headers.ETag = tag is null ? null : EntityTagHeaderValue.Parse(tag);
        return Task.FromResult(response);
    });

    /// <summary>A body of unknown length that breaks off.</summary>
    private sealed class Chunks(byte[] begin) : MemoryStream(begin)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Read(buffer.Span);
            return count > 0 ? ValueTask.FromResult(count) : throw new IOException("The response ended prematurely.");
        }
    }
}
