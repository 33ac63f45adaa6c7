using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING107 and KLING207: a local file that is uploaded.</summary>
internal sealed class UploadFileRows() : FixRows(new UploadFileFix())
{
    private const string OfFolder = "System.IO.Path.Combine(folder, \"a.png\")";

    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Url("new Uri(\"file:///home/me/a.png\")", "\"/home/me/a.png\""),
        Url("new Uri(\"file://localhost/home/me/a%20b.png\")", "\"/home/me/a b.png\""),
        Url("new Uri(\"file:///C:/images/a.png\")", "\"C:/images/a.png\""),
        Url("new Uri(\"file://server/share/a.png\")", "\"//server/share/a.png\""),
        Url("new Uri(@\"C:\\images\\a.png\")", "@\"C:\\images\\a.png\""),
        Url("new Uri(\"a.png\", UriKind.Relative)", "\"a.png\""),
        Url("new(\"file:///a.png\")", "\"/a.png\""),
        Url($"new Uri({OfFolder})", OfFolder),
        Url("new Uri(System.IO.Path.GetFullPath(folder))", "System.IO.Path.GetFullPath(folder)"),
        Url("new Uri($\"C:\\\\images\\\\{folder}.png\")", "$\"C:\\\\images\\\\{folder}.png\""),
        new(
            NamedArgument,
            "Upload it with client.Files",
            "_ = KlingO3Image2VideoRequest.CreateBuilder(\n    prompt: \"A\",\n    imageUrl: /* start */ new Uri(uriString: \"a.png\", uriKind: UriKind.Relative));",
            "_ = KlingO3Image2VideoRequest.CreateBuilder(\n    prompt: \"A\",\n    imageUrl: /* start */ await client.Files.UploadAsync(\"a.png\"));"),
        Request(
            ReorderedArguments,
            "ImageUrl = new Uri(uriKind: UriKind.Relative, uriString: \"a.png\")",
            "ImageUrl = await client.Files.UploadAsync(\"a.png\")"),
        Request(
            MultiLine,
            "\n    ImageUrl = new Uri(\n        \"file:///a.png\"\n    ),\n",
            "\n    ImageUrl = await client.Files.UploadAsync(\"/a.png\"),\n"),
        Request(
            CommentBefore,
            "\n    // start\n    ImageUrl = /* here */ new Uri(\"file:///a.png\"), // local\n    // end\n    EndImageUrl = null,\n",
            "\n    // start\n    ImageUrl = /* here */ await client.Files.UploadAsync(\"/a.png\"), // local\n    // end\n    EndImageUrl = null,\n"),
        Request(CommentAfter, "ImageUrl = new Uri(\"file:///a.png\") /* start */", "ImageUrl = await client.Files.UploadAsync(\"/a.png\") /* start */"),
        Request(
            CommentInside,
            "ImageUrl = new Uri( // local\n    \"file:///a.png\" /* start */)",
            "ImageUrl = await client.Files.UploadAsync(\"/a.png\") /* local */ /* start */"),
        Request(
            CommentInside,
            "ImageUrl = new Uri(/* local */ System.IO.Path.Combine(folder, /* start */ \"a.png\"))",
            "ImageUrl = await client.Files.UploadAsync(System.IO.Path.Combine(folder, /* start */ \"a.png\")) /* local */"),
        Request(
            CommentInside,
            "ImageUrl = new Uri(System.IO.Path.Combine(\n    folder, // where\n    \"a.png\"))",
            "ImageUrl = await client.Files.UploadAsync(System.IO.Path.Combine(\n    folder, // where\n    \"a.png\"))"),
        Request(TrailingComma, "ImageUrl = new Uri(\"file:///a.png\"),", "ImageUrl = await client.Files.UploadAsync(\"/a.png\"),"),
        Request(
            Several,
            "ImageUrl = new Uri(\"file:///a.png\"), EndImageUrl = new(\"file:///b.png\")",
            "ImageUrl = await client.Files.UploadAsync(\"/a.png\"), EndImageUrl = await client.Files.UploadAsync(\"/b.png\")"),
        new(
            SingleLine,
            "Upload it with client.Files",
            "var some = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new(\"https://example.com/a.png\") };\n_ = some with { EndImageUrl = new(\"file:///a.png\") };",
            "var some = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new(\"https://example.com/a.png\") };\n_ = some with { EndImageUrl = await client.Files.UploadAsync(\"/a.png\") };"),

        // A text gets the text of the URL.
        Text(SingleLine, "VALUE, \"https://example.com/b.png\"", "\"file:///a.png\"", "\"/a.png\""),
        Text(SingleLine, "VALUE, \"https://example.com/b.png\"", "\"C:\\\\images\\\\a.png\"", "\"C:\\\\images\\\\a.png\""),
        Text(SingleLine, "VALUE, \"https://example.com/b.png\"", "System.IO.Path.GetFullPath(folder)", "System.IO.Path.GetFullPath(folder)"),
        Text(CommentAfter, "\n    VALUE, // left\n    VALUE,\n", OfFolder, OfFolder),
        Text(CommentInside, "VALUE", "System.IO.Path.Combine(folder, /* left */ \"a.png\")", "System.IO.Path.Combine(folder, /* left */ \"a.png\")"),

        new(
            Several,
            "Upload it with client.Files",
            "_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new(\"file:///a.png\")).WithEndImageUrl(value: new Uri(\"file:///b.png\")).AddElement(referenceImageUrls: [\"file:///c.png\"], frontalImageUrl: new(\"file:///d.png\"));",
            "_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", await client.Files.UploadAsync(\"/a.png\")).WithEndImageUrl(value: await client.Files.UploadAsync(\"/b.png\")).AddElement(referenceImageUrls: [(await client.Files.UploadAsync(\"/c.png\")).AbsoluteUri], frontalImageUrl: await client.Files.UploadAsync(\"/d.png\"));"),

        // A field, a property or a parameter of the type has the client.
        Member("private readonly KlingClient _client = new();", "_client"),
        Member("private static KlingClient Shared { get; } = new();", "Shared"),
        new(
            SingleLine,
            "Upload it with client.Files",
            InMember("", "new Uri(\"file:///a.png\")").Replace("await Task.Yield();", "using var own = new KlingClient();", StringComparison.Ordinal),
            InMember("", "await own.Files.UploadAsync(\"/a.png\")").Replace("await Task.Yield();", "using var own = new KlingClient();", StringComparison.Ordinal)),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "Uri url = new(\"file:///a.png\"); _ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = url };",
        "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"http://localhost/a.png\") };",
        "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"https://example.com/a b.png\") };",
        "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(\"file://\" + folder) };",
        "_ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri($\"file:///{folder}\") };",
        "Func<KlingO3Image2VideoRequest> make = () => new() { Prompt = \"A\", ImageUrl = new(\"file:///a.png\") }; make();",
        "Func<Task<KlingO3Image2VideoRequest>> make = static async () => { await Task.Yield(); return new() { Prompt = \"A\", ImageUrl = new(\"file:///a.png\") }; }; await make();",
        "const string path = \"file:///a.png\"; _ = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new Uri(path) };",
        InMember("", "new Uri(\"file:///a.png\")"),
        InMember("private readonly object _client = new();", "new Uri(\"file:///a.png\")"),
        InMember("private readonly KlingClient? _client = null;", "new Uri(\"file:///a.png\")"),
        InMember("private static KlingClient? Find() => null;", "new Uri(\"file:///a.png\")").Replace("await Task.Yield();", "await Task.Yield(); var found = Find();", StringComparison.Ordinal),
    ];

    private static FixRow Url(string before, string path) =>
        Request(SingleLine, $"ImageUrl = {before}", $"ImageUrl = await client.Files.UploadAsync({path})");

    private static FixRow Request(FixForm form, string before, string after) => new(
        form,
        "Upload it with client.Files",
        $"_ = new KlingO3Image2VideoRequest {{ Prompt = \"A\", {before} }};",
        $"_ = new KlingO3Image2VideoRequest {{ Prompt = \"A\", {after} }};");

    private static FixRow Text(FixForm form, string list, string before, string path) => new(
        form,
        "Upload it with client.Files",
        $"_ = new Kling3ProImage2VideoElement {{ ReferenceImageUrls = [{list.Replace("VALUE", before, StringComparison.Ordinal)}] }};",
        $"_ = new Kling3ProImage2VideoElement {{ ReferenceImageUrls = [{list.Replace("VALUE", $"(await client.Files.UploadAsync({path})).AbsoluteUri", StringComparison.Ordinal)}] }};");

    private static FixRow Member(string member, string client) => new(
        SingleLine,
        "Upload it with client.Files",
        InMember(member, "new Uri(\"file:///a.png\")"),
        InMember(member, $"await {client}.Files.UploadAsync(\"/a.png\")"));

    private static string InMember(string member, string value) => $$"""
        using System;
        using System.Threading.Tasks;
        using Kling;
        using Kling.Models;

        file sealed class Work
        {
            {{member}}

            internal async Task<KlingO3Image2VideoRequest> MakeAsync()
            {
                await Task.Yield();
                return new() { Prompt = "A", ImageUrl = {{value}} };
            }
        }
        """;
}
