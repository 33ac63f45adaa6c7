using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING207: URLs of which only a part is known, paths of files, and texts that are URLs by the name of their parameter.</summary>
public sealed class UrlRuleTests
{
    private const string Schema = """
        {
          "properties": {
            "image_url": { "type": "string", "format": "uri" },
            "page_urls": { "type": "array", "items": { "type": "string", "format": "uri" } },
            "image_urls": { "type": "array", "items": { "type": "string" } },
            "video_url": { "type": "string" },
            "caption": { "type": "string" },
            "elements": { "type": "array", "items": { "type": "object", "properties": { "reference_urls": { "type": "array", "items": { "type": "string" } } } } }
          }
        }
        """;

    private static readonly Lazy<MetadataReference> Compiled = new(static () =>
        AnalyzerHarness.Emit(GeneratorHarness.Run(TestProject.With(Schema, "/schemas/acme-urls.json")).AssertCompiles().WithAssemblyName("Urls")));

    [Theory]
    [InlineData("""new Uri($"http://localhost/{name}.png")""")]
    [InlineData("""new Uri($"https://localhost:{count}/a.png")""")]
    [InlineData("""new Uri("http://127.0.0.1:" + count + "/a.png")""")]
    [InlineData("""new Uri("https://192.168.0.7/" + name)""")]
    [InlineData("""new Uri(uriString: $"https://nas.local/{name}")""")]
#if !FLOOR // The oldest compiler does not say what a new() in a collection expression makes.
    [InlineData("""new($"http://[::1]:{count}/a.png")""")]
#endif
    [InlineData("""new Uri("file://" + name)""")]
    [InlineData("""new Uri($"file:///srv/{name}")""")]
    [InlineData("""new Uri($"s3://bucket/{name}")""")]
    [InlineData("""new Uri($"http://example.com/{name}")""")]
    [InlineData("""new Uri("http://" + name)""")]
    [InlineData("""new Uri(string.Format("http://localhost/{0}", name))""")]
    [InlineData("""new Uri($"C:\\images\\{name}.png")""")]
    [InlineData("""new Uri(@"\\server\share\" + name)""")]
    [InlineData("""new Uri($"/srv/images/{name}.png")""")]
    [InlineData("""new Uri(System.IO.Path.GetFullPath(name))""")]
    [InlineData("""new Uri(System.IO.Path.GetFullPath("a.png"))""")]
    [InlineData("""new Uri(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Desktop), "a.png"))""")]
    [InlineData("""new Uri(System.IO.Path.Combine(folder, name))""")]
    [InlineData("""new Uri(System.IO.Path.Combine(AppContext.BaseDirectory, "images", name))""")]
    [InlineData("""new Uri(System.IO.Path.Join(@"C:\images", name))""")]
    [InlineData("""new Uri(System.IO.Path.GetTempFileName())""")]
    [InlineData("""new Uri(new System.IO.FileInfo(name).FullName)""")]
    [InlineData("""new Uri(AppContext.BaseDirectory + "a.png")""")]
    [InlineData("""new Uri($"{System.IO.Path.GetTempPath()}{name}")""")]
    public async Task A_url_that_surely_begins_as_one_that_no_server_fetches_is_reported(string uri)
    {
        foreach (string use in (string[])
            [
                $"_ = new AcmeUrlsRequest {{ ImageUrl = [|{uri}|] }};",
                $"_ = request with {{ ImageUrl = flag ? [|{uri}|] : null }};",
                $"_ = request with {{ PageUrls = [[|{uri}|]] }};",
                $"builder.WithImageUrl(value: [|{uri}|]).Build();",
                $"builder.AddPageUrl([|{uri}|]);",
                $"Uri given = {uri}; builder.WithImageUrl([|given|]);",
            ])
        {
            await Verify(use);
        }
    }

    [Theory]
    [InlineData("""new Uri($"https://example.com/{name}.png")""")]
    [InlineData("""new Uri($"https://{name}/a.png")""")]
    [InlineData("""new Uri($"https://localhost{name}/a.png")""")]
    [InlineData("""new Uri("https://10.0.0." + name)""")]
    [InlineData("""new Uri($"{name}/a.png")""")]
    [InlineData("""new Uri(name + "://localhost/a.png")""")]
    [InlineData("""new Uri(name)""")]
    [InlineData("""new Uri($"data:image/png;base64,{name}")""")]
    [InlineData("""new Uri($"asset://{name}")""")]
    [InlineData("""new Uri(System.IO.Path.Combine("https://example.com", name))""")]
    [InlineData("""new Uri(System.IO.Path.Combine(name, "a.png"))""")]
    [InlineData("""new Uri("https://example.com/" + System.IO.Path.GetFileName(name))""")]
    [InlineData("""new Uri("https://example.com/" + new System.IO.FileInfo(name).Name)""")]
    [InlineData("""new Uri(new Uri("https://example.com"), name)""")]
    [InlineData("""new UriBuilder { Scheme = "https", Host = "example.com" }.Uri""")]
    public async Task One_that_may_be_right_is_not(string uri)
    {
        await Verify($"_ = new AcmeUrlsRequest {{ ImageUrl = {uri}, PageUrls = [{uri}] }};");
        await Verify($"builder.WithImageUrl({uri}).AddPageUrl({uri}).Build();");
    }

    [Theory]
    [InlineData("\"file:///srv/a.png\"")]
    [InlineData("\"http://localhost/a.png\"")]
    [InlineData("\"http://127.0.0.1:8080/a.png\"")]
    [InlineData("\"https://192.168.1.9/a.png\"")]
    [InlineData("\"C:\\\\images\\\\a.png\"")]
    [InlineData("@\"\\\\server\\a.png\"")]
    [InlineData("\"/home/me/a.png\"")]
    [InlineData("\"images/a.jpeg\"")]
    [InlineData("\"./a.PNG\"")]
    [InlineData("\"a.mp4\"")]
    [InlineData("$\"http://localhost/{name}\"")]
    [InlineData("$\"/srv/images/{name}.png\"")]
    [InlineData("System.IO.Path.Combine(folder, name)")]
    [InlineData("System.IO.Path.GetFullPath(name)")]
    public async Task A_text_that_is_a_url_by_its_name_is_judged_too(string text)
    {
        foreach (string use in (string[])
            [
                $"_ = new AcmeUrlsRequest {{ ImageUrls = [\"https://example.com/a.png\", [|{text}|]] }};",
                $"_ = new AcmeUrlsRequest {{ ImageUrls = new List<string> {{ [|{text}|] }} }};",
                $"_ = new AcmeUrlsRequest {{ ImageUrls = [.. new[] {{ [|{text}|] }}] }};",
                $"_ = request with {{ ImageUrls = new[] {{ [|{text}|] }}, VideoUrl = [|{text}|] }};",
                $"builder.WithImageUrls([[|{text}|]]).AddImageUrl([|{text}|]).WithVideoUrl(value: [|{text}|]);",
                $"_ = new AcmeUrlsElement {{ ReferenceUrls = [[|{text}|]] }};",
                $"builder.AddElement(referenceUrls: [[|{text}|]]);",
            ])
        {
            await Verify(use);
        }
    }

    [Theory]
    [InlineData("\"https://example.com/a.png\"")]
    [InlineData("\"http://example.com/a.png\"")]
    [InlineData("\"s3://bucket/a.png\"")]
    [InlineData("\"/9j/4AAQSkZJRgABAQ==\"")]
    [InlineData("\"iVBORw0KGgo=\"")]
    [InlineData("\"data:image/png;base64,iVBORw0KGgo=\"")]
    [InlineData("\"//cdn.example.com/a.png\"")]
    [InlineData("\"upload-7\"")]
    [InlineData("name")]
    [InlineData("$\"{name}.png\"")]
    [InlineData("$\"https://example.com/{name}.png\"")]
    public async Task What_may_be_a_url_is_not(string text)
    {
        await Verify($"_ = new AcmeUrlsRequest {{ ImageUrls = [{text}], VideoUrl = {text} }};");
        await Verify($"builder.AddImageUrl({text}).WithVideoUrl({text});");
    }

    [Fact]
    public Task A_text_of_another_name_is_not() =>
        Verify("""_ = request with { Caption = "http://localhost/a.png" }; builder.WithCaption("C:\\a.png").Build();""");

    private static Task<IReadOnlyList<Diagnostic>> Verify(string statement) => AnalyzerHarness.Verify("KLING207", $$"""
        internal static class Program
        {
            internal static void Run(AcmeUrlsRequest request, AcmeUrlsRequestBuilder builder, string name, string folder, int count, bool flag)
            {
                {{statement}}
                _ = (request, builder, name, folder, count, flag);
            }
        }
        """, Compiled.Value);
}
