namespace Kling.CodeFixes.Tests.Use;

public sealed class UrlTests
{
    [Theory]
    [InlineData("file:///home/me/start.png")]
    [InlineData("http://localhost/start.png")]
    [InlineData("https://localhost:5001/start.png")]
    [InlineData("https://images.localhost/start.png")]
    [InlineData("http://127.0.0.1:8080/start.png")]
    [InlineData("http://10.0.0.5/start.png")]
    [InlineData("http://172.16.0.1/start.png")]
    [InlineData("http://172.31.255.254/start.png")]
    [InlineData("https://192.168.1.20:9000/start.png")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://[::1]/start.png")]
    [InlineData("http://[fd12:3456:789a::1]:80/start.png")]
    [InlineData("http://[fe80::1]/start.png")]
    [InlineData("https://nas.local/start.png")]
    [InlineData("https://NAS.LOCAL./start.png")]
    [InlineData("ftp://example.com/start.png")]
    [InlineData("s3://bucket/start.png")]
    [InlineData("http://example.com/start.png")]
    public Task A_URL_that_no_server_can_fetch_is_reported(string url) => Task.WhenAll(
        Verify($"_ = new KlingO3Image2VideoRequest {{ ImageUrl = [|new Uri(\"{url}\")|], Prompt = \"A\" }};"),
        Verify($"_ = KlingO3Image2VideoRequest.CreateBuilder([|new Uri(\"{url}\")|], \"A\").Build();"));

    [Theory]
    [InlineData("https://example.com/start.png")]
    [InlineData("https://172.32.0.1/start.png")]
    [InlineData("https://192.169.1.1/start.png")]
    [InlineData("https://11.0.0.1/start.png")]
    [InlineData("https://example.com/localhost/10.0.0.1?file=file:///a.png")]
    [InlineData("https://localhost.example.com/start.png")]
    [InlineData("https://mylocal/start.png")]
    [InlineData("https://[2606:4700::1111]/start.png")]
    [InlineData("HTTPS://EXAMPLE.COM/start.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("asset:start")]
    public Task A_URL_that_a_server_can_fetch_is_not_reported(string url) =>
        Verify($"_ = new KlingO3Image2VideoRequest {{ ImageUrl = new Uri(\"{url}\"), Prompt = \"A\" }};");

    [Theory]
    [InlineData("const string url = \"http://localhost/a.png\"; _ = new KlingO3Image2VideoRequest { ImageUrl = [|new Uri(url)|], Prompt = \"A\" };")]
    [InlineData("var url = new Uri(\"http://localhost/a.png\"); _ = new KlingO3Image2VideoRequest { ImageUrl = [|url|], Prompt = \"A\" };")]
    [InlineData("var made = new KlingO3Image2VideoRequest { ImageUrl = new(\"https://example.com/a.png\"), Prompt = \"A\" }; _ = made with { EndImageUrl = [|new(\"file:///a.png\")|] };")]
    public Task A_URL_is_reported_at_the_argument_or_initializer(string statements) => Verify(statements);

    private static Task Verify(string statements) => FixTest.AssertReportsAsync("KLING207", FixTest.InMethod(statements));
}
