using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

public sealed class UploadTests
{
    [Theory]
    [InlineData("https://workflows-api.segmind.com/upload-asset")]
    [InlineData("/upload-asset")]
    public async Task An_uploaded_file_is_served_with_its_type(string address)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, address, """{"data_urls":["data:image/png;base64,AQID","data:text/plain;base64,"]}""");

        JsonElement urls = (await EmulatorFixture.BodyAsync(answer)).GetProperty("file_urls");
        Assert.Equal(2, urls.GetArrayLength());
        using HttpResponseMessage file = await fixture.Stranger().GetAsync(new Uri(urls[0].GetString()!), TestContext.Current.CancellationToken);
        Assert.Equal("image/png", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal([1, 2, 3], await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1, 1), (fixture.Emulator.Counters.Uploads, fixture.Emulator.Counters.Downloads));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data_urls":[]}""")]
    [InlineData("""{"data_urls":[1]}""")]
    [InlineData("""{"data_urls":["https://example.com/a.png"]}""")]
    [InlineData("""{"data_urls":["data:;base64,AQID"]}""")]
    [InlineData("""{"data_urls":["data:image/png;base64,AQID","data:image/png;base64,!"]}""")]
    public async Task A_body_without_data_urls_is_400(string body)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, "/upload-asset", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_upload_needs_a_key_and_a_post_of_json()
    {
        using var fixture = new EmulatorFixture();
        var address = new Uri("/upload-asset", UriKind.Relative);
        using HttpClient stranger = fixture.Stranger();

        using HttpResponseMessage unknown = await stranger.PostAsync(address, EmulatorFixture.Json("{}"), TestContext.Current.CancellationToken);
        using HttpResponseMessage get = await fixture.GetAsync("/upload-asset");
        using HttpResponseMessage text = await fixture.Client.PostAsync(address, new StringContent("{}", Encoding.UTF8, "text/plain"), TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotAcceptable),
            (unknown.StatusCode, get.StatusCode, text.StatusCode));
    }

    [Fact]
    public async Task The_seed_determines_the_names_of_uploaded_files()
    {
        List<string?> urls = [];
        for (int run = 0; run < 2; run++)
        {
            using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Seed = 7 });
            using HttpResponseMessage answer = await PostAsync(fixture, "/upload-asset", """{"data_urls":["data:image/png;base64,AQID"]}""");
            urls.Add((await EmulatorFixture.BodyAsync(answer)).GetProperty("file_urls")[0].GetString());
        }

        Assert.Equal(urls[0], urls[1]);
    }

    [Fact]
    public async Task A_range_with_another_ETag_returns_the_whole_file()
    {
        using var fixture = new EmulatorFixture();
        using HttpResponseMessage answer = await PostAsync(fixture, "/upload-asset", """{"data_urls":["data:image/png;base64,AQID"]}""");
        var url = new Uri((await EmulatorFixture.BodyAsync(answer)).GetProperty("file_urls")[0].GetString()!);
        using HttpClient stranger = fixture.Stranger();
        using HttpResponseMessage whole = await stranger.GetAsync(url, TestContext.Current.CancellationToken);

        using HttpResponseMessage same = await stranger.SendAsync(Rest(url, whole.Headers.ETag!), TestContext.Current.CancellationToken);
        using HttpResponseMessage other = await stranger.SendAsync(Rest(url, new EntityTagHeaderValue("\"other\"")), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
        Assert.Equal([3], await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static HttpRequestMessage Rest(Uri url, EntityTagHeaderValue tag) => new(HttpMethod.Get, url)
    {
        Headers = { Range = new RangeHeaderValue(2, null), IfRange = new RangeConditionHeaderValue(tag) },
    };

    private static Task<HttpResponseMessage> PostAsync(EmulatorFixture fixture, string address, string body) =>
        fixture.Client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), EmulatorFixture.Json(body), TestContext.Current.CancellationToken);
}
