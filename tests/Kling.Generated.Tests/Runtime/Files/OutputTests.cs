namespace Kling.Tests;

/// <summary>The files of a result, in every shape in which models give them.</summary>
public sealed class OutputTests
{
    private const string A = "https://files.example/a.mp4";
    private const string B = "https://files.example/b.mp4";

    [Theory]
    [InlineData("\"output\":\"" + A + "\"", A)]
    [InlineData("\"output\":[\"" + A + "\",\"" + B + "\"]", A, B)]
    [InlineData("\"output\":[{\"url\":\"" + A + "\"},{\"url\":\"" + B + "\"}]", A, B)]
    [InlineData("\"output\":{\"url\":\"" + A + "\"}", A)]
    [InlineData("\"output\":{\"video\":{\"url\":\"" + A + "\"}}", A)]
    [InlineData("\"output\":{\"videos\":[\"" + A + "\",\"" + B + "\"]}", A, B)]
    [InlineData("\"output\":null,\"video\":[{\"url\":\"" + A + "\"},{\"url\":\"" + B + "\"}]", A, B)]
    [InlineData("\"video\":\"" + A + "\"", A)]
    [InlineData("\"output\":\"" + A + "\",\"video\":{\"url\":\"" + A + "\"}", A)]
    [InlineData("\"output\":\"" + B + "\",\"video\":{\"url\":\"" + A + "\"}", A)]
    [InlineData("\"output\":[\"" + A + "\",\"" + B + "\"],\"video\":{\"url\":\"" + A + "\"}", A, B)]
    [InlineData("\"output\":\"/files/a%7E.mp4?x=1\"", "https://api.segmind.com/files/a%7E.mp4?x=1")]
    [InlineData("\"output\":\"//cdn.example/a.mp4\"", "https://cdn.example/a.mp4")]
    [InlineData("\"output\":\"a.mp4\"", "https://api.segmind.com/v2/requests/a.mp4")]
    [InlineData("\"video\":{\"url\":\"../a.mp4\"}", "https://api.segmind.com/v2/a.mp4")]
    [InlineData("\"output\":[\"" + A + "\",7,null,[\"" + B + "\"],{\"x\":1},\"text\"]", A, B)]
    public async Task Each_video_is_an_output_once(string members, params string[] urls)
    {
        KlingResult result = await ReadAsync("{\"status\":\"COMPLETED\"," + members + "}");

        Assert.Equal(urls, result.Outputs.Select(static file => file.Url.OriginalString));
        Assert.All(result.Outputs, static file => Assert.Equal(KlingOutputKind.Video, file.Kind));
        Assert.Same(result.Outputs[0], result.Video);
        Assert.Empty(result.Images);
    }

    [Theory]
    [InlineData("""["https://files.example/1.png","https://files.example/2"]""")]
    [InlineData("""[{"url":"https://files.example/1.png"},{"url":"https://files.example/2"}]""")]
    [InlineData("""{"images":["https://files.example/1.png","https://files.example/2"]}""")]
    public async Task The_images_of_an_image_model_are_outputs_in_their_order(string output)
    {
        KlingResult result = await ReadAsync($$"""{"status":"COMPLETED","output":{{output}}}""", "image");

        Assert.Equal(["https://files.example/1.png", "https://files.example/2"], result.Images.Select(static image => image.Url.OriginalString));
        Assert.Equal(result.Outputs, result.Images);
        Assert.Null(result.Video);
    }

    [Theory]
    [InlineData("""{"status":"COMPLETED","video":{"url":"https://files.example/1"},"images":["https://files.example/2"],"audio":{"url":"https://files.example/3"}}""", "Video,Image,Audio")]
    [InlineData("""{"status":"COMPLETED","output":[{"url":"https://x.example/1","content_type":"audio/mpeg"},"https://x.example/2.webp","https://x.example/3"]}""", "Audio,Image,Video")]
    [InlineData("""{"status":"COMPLETED","output":"https://files.example/1.png?sig=.mp4"}""", "Image")]
    [InlineData("""{"status":"COMPLETED","output":"https://files.example/1.mp4","image":"https://files.example/input.png"}""", "Video")]
    public async Task The_kind_of_a_file_is_derived_from_its_property_type_or_extension_or_else_from_the_model(string body, string kinds)
    {
        KlingResult result = await ReadAsync(body);

        Assert.Equal(kinds, string.Join(',', result.Outputs.Select(static file => file.Kind)));
    }

    [Theory]
    [InlineData("text", "\"https://example.com/a page\"")]
    [InlineData("text", "\"https://example.com/page\"")]
    [InlineData("json", "{\"a\":[1]}")]
    [InlineData("json", "[]")]
    [InlineData("video", "\"a text, not a URL\"")]
    public async Task Text_output_is_not_a_file(string kind, string output)
    {
        KlingResult result = await ReadAsync($$"""{"status":"COMPLETED","output":{{output}}}""", kind);

        Assert.Equal(output.Trim('"'), result.Output);
        Assert.Empty(result.Outputs);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task An_empty_list_is_no_output(string output)
    {
        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => ReadAsync($$"""{"status":"COMPLETED","output":{{output}}}"""));

        Assert.Equal(KlingErrorKind.InvalidResponse, error.Kind);
    }

    [Theory]
    [InlineData("data:video/mp4;base64,AQID+w==")]
    [InlineData("data:video/mp4;base64,AQID%2Bw")]
    [InlineData("DATA:video/mp4;codecs=avc1;BASE64,AQID+w")]
    [InlineData("data:video/mp4,%01%02%03%FB")]
    public async Task A_data_URL_is_saved_without_a_request(string url)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        stage.Server.OnResult(Step.Json(200, $$"""{"status":"COMPLETED","output":"{{url}}"}"""));
        KlingMedia video = (await (await stage.SubmitAsync()).GetResultAsync(Stage.Token)).Video!;
        int requests = stage.Server.Requests.Count;

        await video.SaveAsync(folder.File("out.mp4"), Stage.Token);
        await using Stream stream = await video.OpenReadAsync(Stage.Token);

        Assert.Equal([1, 2, 3, 0xFB], await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(4, stream.Length);
        Assert.Equal(requests, stage.Server.Requests.Count);
        Assert.Equal(("video/mp4", url), (video.ContentType, video.Url.OriginalString));
        Assert.DoesNotContain("AQID", video.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:video/mp4;base64,!")]
    [InlineData("data:video/mp4;base64,")]
    public async Task An_invalid_data_URL_is_an_error_and_the_old_file_is_kept(string url)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("out.mp4"), "old", Stage.Token);
        KlingMedia video = (await ReadAsync($$"""{"status":"COMPLETED","output":"{{url}}"}""")).Video!;

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => video.SaveAsync(folder.File("out.mp4"), Stage.Token));

        Assert.False(error.IsRetryable);
        Assert.Equal("old", await File.ReadAllTextAsync(folder.File("out.mp4"), Stage.Token));
    }

    [Fact]
    public async Task A_data_URL_may_be_longer_than_other_URLs()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(static i => (byte)i)];
        KlingMedia video = (await ReadAsync($$"""{"status":"COMPLETED","output":"data:video/mp4;base64,{{Convert.ToBase64String(bytes)}}"}""")).Video!;

        await video.SaveAsync(folder.File("out.mp4"), Stage.Token);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
    }

    private static async Task<KlingResult> ReadAsync(string body, string kind = "video")
    {
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, body));
        var model = KlingModel.FromSchema("a-model", $$"""{"type":"object","x-output":"{{kind}}"}""");
        KlingJob job = await stage.Client.SubmitAsync(new TestRequest { Model = model }, Stage.Token);
        return await job.GetResultAsync(Stage.Token);
    }
}
