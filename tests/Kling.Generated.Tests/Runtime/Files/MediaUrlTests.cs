namespace Kling.Tests;

/// <summary>URLs as they leave a real socket.</summary>
public sealed class MediaUrlTests
{
    [Theory]
    [InlineData("/a%2Fb%7Ec/%41b%20x/%C3%A4/../z/./(1)!*'?sig=a%2Bb%3D%3D&t=%7e~&p=a+b%20c", null)]
    [InlineData("/a//b?x=%5B1%5D[1]|^{}&empty=", null)]
    [InlineData("/?", null)]
    [InlineData("?sig=%7E", "/?sig=%7E")]
    [InlineData("", "/")]
    [InlineData("/ä b?ü=%zz", "/%C3%A4%20b?%C3%BC=%zz")]
    [InlineData("/v.mp4?sig=%7E#t=1", "/v.mp4?sig=%7E")]
    [InlineData("/a\\r\\nX-Injected: 1", "/a%0D%0AX-Injected:%201")]
    public async Task An_output_is_requested_as_its_url_is_written(string written, string? requested)
    {
        await using var server = new FileServer(FileServer.Whole("200 OK", [1, 2, 3]));
        using var folder = new TemporaryFolder();
        server.Result = $$"""{"status":"COMPLETED","output":"{{server.Address.OriginalString.TrimEnd('/')}}{{written}}"}""";

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.StartsWith($"GET {requested ?? written} HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/moved%7E/../%41?sig=%7e", "/moved%7E/../%41?sig=%7e")]
    [InlineData("next.mp4?sig=%7E", "/next.mp4?sig=%7E")]
    [InlineData("", "/a%7E/../%41.mp4?t=%7e")]
    [InlineData("#end", "/a%7E/../%41.mp4?t=%7e")]
    [InlineData("?sig=%7E", "/a%7E/../%41.mp4?sig=%7E")]
    public async Task A_redirect_is_requested_as_its_url_is_written(string location, string requested)
    {
        await using var server = new FileServer(FileServer.Whole($"302 Found\r\nLocation: {location}", []), FileServer.Whole("200 OK", [1, 2, 3]));
        using var folder = new TemporaryFolder();
        server.Result = $$"""{"status":"COMPLETED","output":"{{server.Address}}a%7E/../%41.mp4?t=%7e"}""";

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.StartsWith($"GET {requested} HTTP/1.1\r\n", server.Requests[1], StringComparison.Ordinal);
    }
}
