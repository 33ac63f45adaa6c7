namespace Kling.CodeFixes.Tests.Fixes;

public sealed class UploadFileFixTests
{
    [Theory]
    [InlineData("new Uri(\"file:///home/me/a.png\")", "await client.Files.UploadAsync(\"/home/me/a.png\")")]
    [InlineData("new Uri(\"file://localhost/home/me/a%20b.png\")", "await client.Files.UploadAsync(\"/home/me/a b.png\")")]
    [InlineData("new Uri(\"file:///C:/images/a.png\")", "await client.Files.UploadAsync(\"C:/images/a.png\")")]
    [InlineData("new Uri(\"file://server/share/a.png\")", "await client.Files.UploadAsync(\"//server/share/a.png\")")]
    [InlineData("new Uri(@\"C:\\images\\a.png\")", "await client.Files.UploadAsync(@\"C:\\images\\a.png\")")]
    [InlineData("new Uri(\"a.png\", UriKind.Relative)", "await client.Files.UploadAsync(\"a.png\")")]
    [InlineData("new Uri(uriKind: UriKind.Relative, uriString: \"a.png\")", "await client.Files.UploadAsync(\"a.png\")")]
    [InlineData("new(\"file:///a.png\")", "await client.Files.UploadAsync(\"/a.png\")")]
    [InlineData("new Uri(System.IO.Path.Combine(folder, \"a.png\"))", "await client.Files.UploadAsync(System.IO.Path.Combine(folder, \"a.png\"))")]
    [InlineData("new Uri(System.IO.Path.GetFullPath(folder))", "await client.Files.UploadAsync(System.IO.Path.GetFullPath(folder))")]
    [InlineData("new Uri($\"C:\\\\images\\\\{folder}.png\")", "await client.Files.UploadAsync($\"C:\\\\images\\\\{folder}.png\")")]
    public async Task A_local_file_is_uploaded(string before, string after)
    {
        await Fixes("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = VALUE };", before, after);
        await Fixes("_ = new KlingO3Image2VideoRequest\n{\n    Prompt = \"A\",\n    ImageUrl = VALUE, // start\n};", before, after);
        await Fixes("_ = KlingO3Image2VideoRequest.CreateBuilder(\n    prompt: \"A\",\n    imageUrl: /* start */ VALUE);", before, after);
        await Fixes("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = VALUE, EndImageUrl = VALUE };", before, after);
        await Fixes("var some = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new(\"https://example.com/a.png\") };\n_ = some with { EndImageUrl = VALUE };", before, after);
    }

    [Theory]
    [InlineData("\"file:///a.png\"", "(await client.Files.UploadAsync(\"/a.png\")).AbsoluteUri")]
    [InlineData("\"C:\\\\images\\\\a.png\"", "(await client.Files.UploadAsync(\"C:\\\\images\\\\a.png\")).AbsoluteUri")]
    [InlineData("System.IO.Path.GetFullPath(folder)", "(await client.Files.UploadAsync(System.IO.Path.GetFullPath(folder))).AbsoluteUri")]
    public async Task A_text_gets_the_text_of_the_url(string before, string after)
    {
        await Fixes("_ = new Kling3ProImage2VideoElement { ReferenceImageUrls = [VALUE, \"https://example.com/b.png\"] };", before, after);
        await Fixes("_ = new Kling3ProImage2VideoElement\n{\n    ReferenceImageUrls =\n    [\n        VALUE, // left\n        VALUE,\n    ],\n};", before, after);
    }

    [Theory]
    [InlineData("Uri url = new(\"file:///a.png\"); _ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = url };")]
    [InlineData("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"http://localhost/a.png\") };")]
    [InlineData("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"https://example.com/a b.png\") };")]
    [InlineData("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"file://\" + folder) };")]
    [InlineData("_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri($\"file:///{folder}\") };")]
    [InlineData("Func<KlingO3Image2VideoRequest> make = () => new() { Prompt = \"A\", ImageUrl = new(\"file:///a.png\") }; make();")]
    public Task What_is_no_file_or_stands_elsewhere_is_left(string statements) => FixTest.AssertNotFixedAsync(new UploadFileFix(), Code(statements));

    [Theory]
    [InlineData("private readonly KlingClient _client = new();", "await _client.Files.UploadAsync(\"/a.png\")")]
    [InlineData("private static KlingClient Shared { get; } = new();", "await Shared.Files.UploadAsync(\"/a.png\")")]
    public Task A_field_or_a_property_has_the_client(string member, string after) => FixTest.AssertFixesAsync(
        new UploadFileFix(), "Upload it with client.Files", InMember(member, "new Uri(\"file:///a.png\")"), InMember(member, after));

    [Theory]
    [InlineData("")]
    [InlineData("private readonly object _client = new();")]
    public Task Without_a_client_nothing_is_offered(string member) =>
        FixTest.AssertNotFixedAsync(new UploadFileFix(), InMember(member, "new Uri(\"file:///a.png\")"));

    private static string InMember(string member, string value) => $$"""
        using System;
        using System.Threading.Tasks;
        using Kling;
        using Kling.Models;

        internal sealed class Work
        {
            {{member}}

            internal async Task<KlingO3Image2VideoRequest> MakeAsync()
            {
                await Task.Yield();
                return new() { Prompt = "A", ImageUrl = {{value}} };
            }
        }
        """;

    private static Task Fixes(string statements, string before, string after) => FixTest.AssertFixesAsync(
        new UploadFileFix(),
        "Upload it with client.Files",
        Code(statements.Replace("VALUE", before, StringComparison.Ordinal)),
        Code(statements.Replace("VALUE", after, StringComparison.Ordinal)));

    private static string Code(string statements) => FixTest.InMethod("string folder = Console.ReadLine()!;\nConsole.WriteLine(folder);\n" + statements);
}
