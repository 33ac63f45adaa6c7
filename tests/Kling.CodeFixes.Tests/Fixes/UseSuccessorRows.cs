using Kling.SourceGenerator.Tests;
using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING120, KLING121: a request to a replaced model that moves to the successor.</summary>
internal sealed class UseSuccessorRows() : FixRows(new UseSuccessorFix())
{
    private const string Shots = """{ "type": "array", "items": { "type": "object", "properties": { "text": { "type": "string" }, "seconds": { "type": "integer" } } } }""";

    private static readonly InMemoryFile Old = new("/schemas/acme-old.json", $$"""
        {
          "type": "object",
          "required": ["prompt", "image"],
          "x-retired": true,
          "x-replaced-by": {
            "model": "acme-new",
            "parameters": { "prompt": "text", "image": "image_url", "mode": { "name": "quality", "values": { "std": "standard", "pro": "best" } }, "cfg": null }
          },
          "properties": {
            "prompt": { "type": "string" },
            "image": { "type": "string" },
            "mode": { "enum": ["std", "pro"] },
            "cfg": { "type": "number" },
            "duration": { "enum": ["5", "10"] },
            "frames": { "type": "integer" },
            "link": { "type": "string", "format": "uri" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "shots": {{Shots}}
          }
        }
        """);

    private static readonly InMemoryFile New = new("/schemas/acme-new.json", $$"""
        {
          "type": "object",
          "required": ["text", "frames"],
          "properties": {
            "text": { "type": "string" },
            "image_url": { "type": "string", "format": "uri" },
            "quality": { "enum": ["standard", "best"] },
            "duration": { "type": "integer", "enum": [5, 10] },
            "frames": { "type": "number" },
            "link": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "shots": {{Shots}}
          }
        }
        """);

    private const string Body = "System.Text.Json.JsonDocument.Parse(\"{}\").RootElement";

    public override IReadOnlyList<InMemoryFile> Schemas { get; } =
        [Old, New, new InMemoryFile("/schemas/acme-late.json", """{ "properties": { "text": { "type": "string" }, "frames": { "type": "integer" } }, "required": ["text"], "x-replaced-by": "acme-new" }""")];

    // What is lost becomes a comment, and comments on it go with it.
    public override bool RemovesCode => true;

    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Moved(
            SingleLine,
            "_ = new AcmeOldRequest { Prompt = \"A\", Image = folder, Mode = AcmeOldMode.Pro, Duration = AcmeOldDuration.Duration5, Frames = 3 };",
            "_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder), Quality = AcmeNewQuality.Best, Duration = AcmeNewDuration.Duration5, Frames = 3 };"),
        Moved(
            SingleLine,
            "IKlingRequest old = new AcmeOldRequest { Prompt = folder, Image = folder, Frames = folder.Length, Link = new Uri(\"https://example.com\"), Tags = [\"a\"] };\n_ = old.Validate();",
            "IKlingRequest old = new AcmeNewRequest { Text = folder, ImageUrl = new Uri(folder), Frames = folder.Length, Link = \"https://example.com\", Tags = [\"a\"] };\n_ = old.Validate();"),
        Moved(
            SingleLine,
            "AcmeOldRequest old = new() { Prompt = folder, Image = folder, Frames = 1, Shots = [new() { Text = \"A\" }, new AcmeOldShot { Seconds = 3 }] };\n_ = old.Validate();",
            "AcmeNewRequest old = new() { Text = folder, ImageUrl = new Uri(folder), Frames = 1, Shots = [new() { Text = \"A\" }, new AcmeNewShot { Seconds = 3 }] };\n_ = old.Validate();"),
        Moved(
            SingleLine,
            "_ = Acme.Models.AcmeLateRequest.CreateBuilder(\"A\").WithFrames(1).Build();",
            "_ = AcmeNewRequest.CreateBuilder(\"A\", 1).Build();"),
        Moved(
            SingleLine,
            $"_ = await client.SubmitAsync(\"acme-late\", {Body});",
            $"_ = await client.SubmitAsync(\"acme-new\", {Body});"),
        Moved(
            SingleLine,
            $"_ = await client.SubmitAsync(\"acme-old\", {Body});",
            $"_ = await client.SubmitAsync(\"acme-new\", {Body});",
            "; in the body, rename prompt to text, rename image to image_url, rename mode to quality, remove cfg, write standard for std in mode, write best for pro in mode"),
        Moved(
            NamedArgument,
            $"_ = await client.SubmitAsync(body: {Body}, slug: \"acme-late\");",
            $"_ = await client.SubmitAsync(body: {Body}, slug: \"acme-new\");"),
        Moved(
            SingleLine,
            "AcmeOldMode mode = folder.Length > 3 ? AcmeOldMode.Std : AcmeOldMode.Pro;\n_ = new AcmeOldRequest { Prompt = \"A\", Image = folder, Mode = mode, Frames = 1, Cfg = 0.5 };\n_ = mode;",
            "AcmeOldMode mode = folder.Length > 3 ? AcmeOldMode.Std : AcmeOldMode.Pro;\n_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder), Frames = 1 } /* 'acme-new' has no counterpart for: Mode = mode; Cfg = 0.5 */;\n_ = mode;",
            " without mode, cfg"),
        Moved(
            TrailingComma,
            "var old = new AcmeOldRequest\n{\n    Prompt = \"A\", // what\n    Cfg = 0.5, // how\n    Image = folder,\n    Frames = 1,\n    AdditionalParameters = new JsonObject { [\"x\"] = 1 },\n};\n_ = old.ToString();",
            "var old = new AcmeNewRequest\n{\n    Text = \"A\", // what\n    ImageUrl = new Uri(folder),\n    Frames = 1,\n    AdditionalParameters = new JsonObject { [\"x\"] = 1 },\n} /* 'acme-new' has no counterpart for: Cfg = 0.5 */;\n_ = old.ToString();",
            " without cfg"),
        Moved(
            MultiLine,
            "_ = new AcmeOldRequest\n{\n    Prompt = \"A\",\n    Frames = 1,\n    Image = folder,\n    Cfg = 1\n};",
            "_ = new AcmeNewRequest\n{\n    Text = \"A\",\n    Frames = 1,\n    ImageUrl = new Uri(folder)\n} /* 'acme-new' has no counterpart for: Cfg = 1 */;",
            " without cfg"),
        Moved(
            SingleLine,
            "_ = AcmeOldRequest.CreateBuilder(\"A\", folder).WithFrames(2).WithMode(AcmeOldMode.Std).AddTag(\"a\").AddShot(text: \"A\", seconds: 3).Build();",
            "_ = AcmeNewRequest.CreateBuilder(\"A\", 2).WithImageUrl(new Uri(folder)).WithQuality(AcmeNewQuality.Standard).AddTag(\"a\").AddShot(text: \"A\", seconds: 3).Build();"),
        Moved(
            ReorderedArguments,
            "var old = AcmeOldRequest.CreateBuilder(image: folder, prompt: \"A\")\n    .WithCfg(0.5)\n    .WithFrames(2)\n    .WithoutDuration()\n    .WithAdditionalParameter(\"x\", 1)\n    .Build();\n_ = old.Validate();",
            "var old = AcmeNewRequest.CreateBuilder(text: \"A\", frames: 2).WithImageUrl(new Uri(folder))\n    .WithoutDuration()\n    .WithAdditionalParameter(\"x\", 1)\n    .Build() /* 'acme-new' has no counterpart for: WithCfg(0.5) */;\n_ = old.Validate();",
            " without cfg"),
        Moved(
            CommentBefore,
            "// old\n_ = new AcmeOldRequest { Prompt = \"A\", Image = folder, Frames = 1 };",
            "// old\n_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder), Frames = 1 };"),
        Moved(
            CommentAfter,
            "_ = new AcmeOldRequest { Prompt = \"A\", Image = folder, Frames = 1 } /* old */; // done",
            "_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder), Frames = 1 } /* old */; // done"),
        Moved(
            CommentInside,
            "_ = new /* old */ AcmeOldRequest /* type */ { Prompt = /* what */ \"A\" /* end */, Image = folder, Frames = 1 };",
            "_ = new /* old */ AcmeNewRequest /* type */ { Text = /* what */ \"A\" /* end */, ImageUrl = new Uri(folder), Frames = 1 };"),
        Moved(
            Several,
            "_ = new AcmeOldRequest { Prompt = \"A\", Image = folder, Frames = 1 };\n_ = new AcmeOldRequest { Prompt = \"B\", Image = folder, Frames = 2 };",
            "_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder), Frames = 1 };\n_ = new AcmeNewRequest { Text = \"B\", ImageUrl = new Uri(folder), Frames = 2 };"),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "AcmeOldRequest? kept = null;\nkept = new AcmeOldRequest { Prompt = \"A\", Image = folder };\n_ = kept.Prompt;",
        "var old = new AcmeOldRequest { Prompt = \"A\", Image = folder };\n_ = old.Prompt;",
        "var old = new AcmeOldRequest { Prompt = \"A\", Image = folder };\n_ = old with { Cfg = 1 };",
        "List<AcmeOldRequest> all = [];\nall.Add(new() { Prompt = \"A\", Image = folder });",
        "var builder = AcmeOldRequest.CreateBuilder(\"A\", folder);\n_ = builder.WithCfg(1).Build();",
        $"const string Slug = \"acme-old\";\n_ = await client.SubmitAsync(Slug, {Body});",
    ];

    private static FixRow Moved(FixForm form, string before, string after, string rest = "") => new(form, "Use 'acme-new'" + rest, before, after);
}
