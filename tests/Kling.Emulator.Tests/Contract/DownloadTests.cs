using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kling.Tests;

namespace Kling.Emulator.Tests.Contract;

public sealed class DownloadTests
{
    [Fact]
    public async Task The_output_is_an_mp4_that_plays()
    {
        using var fixture = new EmulatorFixture();
        JsonElement video = (await fixture.RunAsync()).GetProperty("video");
        using HttpClient stranger = fixture.Stranger();

        using HttpResponseMessage answer = await stranger.GetAsync(new Uri(video.GetProperty("url").GetString()!), TestContext.Current.CancellationToken);

        byte[] file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(video.GetProperty("file_size").GetInt64(), answer.Content.Headers.ContentLength);
        Assert.Equal(video.GetProperty("file_size").GetInt64(), file.Length);

        var mp4 = Mp4.Parse(file);
        Assert.Equal("ftyp", mp4.Boxes[0]);
        Assert.True(Array.IndexOf(mp4.Boxes, "moov") < Array.IndexOf(mp4.Boxes, "mdat"), "A player should not need the whole file to begin.");
        Assert.Equal("isom", mp4.Brand);
        Assert.Equal("avc1", mp4.Codec);
        Assert.Equal((640, 360), (mp4.Width, mp4.Height));
        Assert.True(mp4.Duration > TimeSpan.FromSeconds(1), $"{mp4.Duration}");
        Assert.NotEmpty(mp4.Samples);
        Assert.Equal(mp4.SampleCount, mp4.Samples.Count);
        Assert.All(mp4.Samples, sample => Assert.True(
            sample.Start >= mp4.MediaData.Start && sample.Start < sample.End && sample.End <= mp4.MediaData.End, $"{sample} in {mp4.MediaData}"));
    }

    [Theory]
    [InlineData("x-api-key", EmulatorFixture.Key)]
    [InlineData("Authorization", "Bearer x")]
    public async Task A_key_on_the_output_host_is_refused_and_counted(string header, string value)
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        using HttpClient careless = fixture.Stranger();
        careless.DefaultRequestHeaders.Add(header, value);

        using HttpResponseMessage answer = await careless.GetAsync(new Uri(url), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((1, 1), (fixture.Emulator.Counters.Downloads, fixture.Emulator.Counters.KeysOnOutputHost));
    }

    [Fact]
    public async Task A_key_in_content_headers_is_counted_on_the_output_host_too()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        using HttpClient careless = fixture.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Content = new ByteArrayContent([]) };
        request.Content.Headers.Add("x-api-key", EmulatorFixture.Key);

        using HttpResponseMessage answer = await careless.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, 1), (answer.StatusCode, fixture.Emulator.Counters.KeysOnOutputHost));
    }

    [Fact]
    public async Task A_file_is_available_from_the_completion_of_its_job_for_seven_days()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(fixture, url));
        fixture.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(fixture, url));
    }

    [Fact]
    public async Task Expired_files_and_jobs_are_removed_and_newer_ones_are_kept()
    {
        using var fixture = new EmulatorFixture();
        string old = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        fixture.Clock.Advance(TimeSpan.FromDays(8));
        string recent = (await fixture.RunAsync()).GetProperty("output").GetString()!;

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(fixture, old));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(fixture, recent));
    }

    [Theory]
    [InlineData(10, 19, 10, 19)]
    [InlineData(10, null, 10, -1)]
    [InlineData(0, 99_999_999, 0, -1)]
    [InlineData(null, 5, -5, -1)]
    public async Task A_range_of_the_file_is_served_alone(int? from, int? to, int first, int last)
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;
        byte[] whole = await fixture.Stranger().GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
        (first, last) = (first < 0 ? whole.Length + first : first, last < 0 ? whole.Length + last : last);

        using HttpResponseMessage answer = await RangeAsync(fixture, url, from, to);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(first, last, whole.Length), answer.Content.Headers.ContentRange);
        Assert.Equal(whole[first..(last + 1)], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_range_past_the_end_is_416()
    {
        using var fixture = new EmulatorFixture();
        string url = (await fixture.RunAsync()).GetProperty("output").GetString()!;

        using HttpResponseMessage answer = await RangeAsync(fixture, url, 99_999_999, null);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task Head_gives_the_length_without_the_file()
    {
        using var fixture = new EmulatorFixture();
        JsonElement video = (await fixture.RunAsync()).GetProperty("video");
        using HttpClient stranger = fixture.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Head, video.GetProperty("url").GetString());

        using HttpResponseMessage answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(video.GetProperty("file_size").GetInt64(), answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpStatusCode> StatusAsync(EmulatorFixture fixture, string url)
    {
        using HttpClient stranger = fixture.Stranger();
        using HttpResponseMessage answer = await stranger.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> RangeAsync(EmulatorFixture fixture, string url, long? from, long? to)
    {
        using HttpClient stranger = fixture.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new RangeHeaderValue(from, to);
        return await stranger.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
