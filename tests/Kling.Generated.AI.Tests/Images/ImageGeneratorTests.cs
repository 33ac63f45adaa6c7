#pragma warning disable MEAI001 // The abstraction is experimental, and so is what implements it.
using System.Drawing;
using System.Text.Json;
using Kling.Models;
using Microsoft.Extensions.AI;

namespace Kling.Tests.AI;

/// <summary>Options become parameters where the model has a parameter of that meaning; otherwise they are refused.</summary>
public sealed class ImageGeneratorTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0];

    private static readonly KlingModel Text2Image = Kling3Text2ImageRequest.Model;

    private static readonly KlingModel Sized = KlingModel.FromSchema("sized", """
        { "type": "object", "x-output": "image", "x-typical-seconds": 5, "properties": { "prompt": { "type": "string" }, "n": { "type": "integer" },
          "width": { "type": "integer" }, "height": { "type": "integer" }, "seed": { "type": "integer" } } }
        """);

    private static readonly KlingModel Named = KlingModel.FromSchema("named", """
        { "type": "object", "x-output": "image", "properties": { "prompt": { "type": "string" },
          "size": { "type": "string", "enum": ["512x512", "1024x768"] }, "output_format": { "type": "string", "enum": ["jpg", "webp"] },
          "image": { "type": "string" }, "images": { "type": "array", "items": { "type": "string" } } } }
        """);

    [Fact]
    public async Task An_image_is_generated_from_a_prompt()
    {
        using var stage = new Stage();

        ImageGenerationResponse response = await GenerateAsync(stage, Text2Image, new ImageGenerationRequest("An eagle."));

        UriContent image = Assert.IsType<UriContent>(Assert.Single(response.Contents));
        Assert.Equal("image/png", image.MediaType);
        Assert.Equal(stage.Emulator.Jobs[0].RequestId, Assert.IsType<KlingResult>(response.RawRepresentation).RequestId);
        Assert.Equal("""{"prompt":"An eagle."}""", stage.Emulator.Jobs[0].Body.GetRawText());
    }

    [Fact]
    public async Task The_bytes_of_an_image_are_downloaded_if_asked()
    {
        using var stage = new Stage();

        ImageGenerationResponse response = await GenerateAsync(stage, Text2Image, new("An eagle."), new() { ResponseFormat = ImageGenerationResponseFormat.Data });

        DataContent image = Assert.IsType<DataContent>(Assert.Single(response.Contents));
        Assert.Equal(Png[..8], image.Data.Span[..8].ToArray());
    }

    public static TheoryData<string, ImageGenerationOptions, string> Mapped => new()
    {
        { "kling-3-text2image", new() { ImageSize = new Size(1920, 1080) }, """{"aspect_ratio":"16:9","prompt":"p"}""" },
        { "kling-3-text2image", new() { ImageSize = new Size(512, 512), Count = 1, ModelId = "kling-3-text2image" }, """{"aspect_ratio":"1:1","prompt":"p"}""" },
        { "kling-3-text2image", new() { MediaType = "image/jpeg" }, """{"output_format":"jpeg","prompt":"p"}""" },
        { "kling-3-text2image", new() { AdditionalProperties = new() { ["negative_prompt"] = "fog" } }, """{"negative_prompt":"fog","prompt":"p"}""" },
        {
            "kling-3-text2image",
            new() { MediaType = "image/webp", RawRepresentationFactory = static _ => new Kling3Text2ImageRequest { Prompt = "other", NegativePrompt = "fog" } },
            """{"negative_prompt":"fog","output_format":"webp","prompt":"p"}"""
        },
        { "sized", new() { ImageSize = new Size(640, 480), Count = 3 }, """{"height":480,"n":3,"prompt":"p","width":640}""" },
        { "named", new() { ImageSize = new Size(1024, 768), MediaType = "image/jpeg" }, """{"output_format":"jpg","prompt":"p","size":"1024x768"}""" },
    };

    [Theory]
    [MemberData(nameof(Mapped))]
    public async Task An_option_becomes_the_parameter_of_its_meaning(string slug, ImageGenerationOptions options, string body)
    {
        using var stage = new Stage([Text2Image, Sized, Named]);

        _ = await GenerateAsync(stage, Model(slug), new("p"), options);

        Assert.True(JsonElement.DeepEquals(ArgumentJson.Parse(body), stage.Emulator.Jobs[0].Body), stage.Emulator.Jobs[0].Body.GetRawText());
    }

    public static TheoryData<string, ImageGenerationOptions, string> Refused => new()
    {
        { "kling-3-text2image", new() { Count = 2 }, "one image per job" },
        { "kling-3-text2image", new() { ImageSize = new Size(1000, 333) }, "16:9, 9:16, 1:1" },
        { "kling-3-text2image", new() { ImageSize = new Size(0, 1) }, "width and a height" },
        { "kling-3-text2image", new() { MediaType = "image/gif" }, "png, jpeg, webp" },
        { "kling-3-text2image", new() { ModelId = "dall-e" }, "dall-e" },
        { "kling-3-text2image", new() { StreamingCount = 1 }, "StreamingCount" },
        { "kling-3-text2image", new() { ResponseFormat = ImageGenerationResponseFormat.Hosted }, "ResponseFormat" },
        { "kling-3-text2image", new() { RawRepresentationFactory = static _ => "text" }, "RawRepresentationFactory" },
        { "kling-3-text2image", new() { RawRepresentationFactory = static _ => new KlingO3Text2VideoRequest { Prompt = "p" } }, "RawRepresentationFactory" },
        { "sized", new() { MediaType = "image/png" }, "MediaType" },
        { "named", new() { ImageSize = new Size(5, 5) }, "ImageSize" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_option_that_the_model_cannot_honor_is_refused_and_nothing_is_sent(string slug, ImageGenerationOptions options, string message)
    {
        using var stage = new Stage([Text2Image, Sized, Named]);

        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(() => GenerateAsync(stage, Model(slug), new("p"), options));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Emulator.Jobs);
    }

    [Fact]
    public async Task An_original_image_is_sent_by_its_url_and_uploaded_if_it_has_none()
    {
        using var stage = new Stage();
        var request = new ImageGenerationRequest("Make @Image1 fly.", [new UriContent("https://example.com/a b.png", "image/png"), new DataContent(Png, "image/png")]);

        _ = await GenerateAsync(stage, KlingO1Request.Model, request);

        string[] urls = [.. stage.Emulator.Jobs[0].Body.GetProperty("image_urls").EnumerateArray().Select(static url => url.GetString()!)];
        Assert.Equal("https://example.com/a b.png", urls[0]);
        Assert.StartsWith("https://", urls[1], StringComparison.Ordinal);
        Assert.Equal(1, stage.Emulator.Counters.Uploads);
    }

    [Theory]
    [InlineData("kling-3-image2image", 1, "image_url")]
    [InlineData("named", 1, "image")]
    [InlineData("named", 2, "images")]
    public async Task Original_images_go_where_their_number_fits(string slug, int count, string parameter)
    {
        KlingModel model = slug == "named" ? Named : Kling3Image2ImageRequest.Model;
        using var stage = new Stage([model]);

        _ = await GenerateAsync(stage, model, new("p", Enumerable.Repeat(new UriContent("https://example.com/a.png", "image/png"), count)));

        Assert.True(stage.Emulator.Jobs[0].Body.TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("kling-3-image2image", 2)]
    [InlineData("kling-3-text2image", 1)]
    public async Task Original_images_that_the_model_has_no_place_for_are_refused(string slug, int count)
    {
        using var stage = new Stage();
        var request = new ImageGenerationRequest("p", Enumerable.Repeat(new DataContent(Png, "image/png"), count));

        _ = await Assert.ThrowsAsync<NotSupportedException>(() => GenerateAsync(stage, KlingModels.All.Single(model => model.Slug == slug), request));
        Assert.Equal(0, stage.Emulator.Counters.Uploads);
    }

    [Fact]
    public async Task A_violation_of_the_schema_is_an_exception_and_nothing_is_submitted()
    {
        using var stage = new Stage();

        KlingValidationException error = await Assert.ThrowsAsync<KlingValidationException>(() => GenerateAsync(stage, KlingO1Request.Model, new ImageGenerationRequest("p")));

        Assert.Contains(error.Violations, static violation => violation.Path == "/image_urls");
        Assert.Empty(stage.Emulator.Jobs);
    }

    [Fact]
    public void A_generator_gives_its_parts_and_takes_only_models_of_images()
    {
        using var stage = new Stage();
        using KlingImageGenerator generator = stage.Client.AsImageGenerator(Text2Image);

        Assert.Same(stage.Client, generator.GetService(typeof(KlingClient)));
        Assert.Same(Text2Image, generator.GetService(typeof(KlingModel)));
        Assert.Same(generator, generator.GetService(typeof(IImageGenerator)));
        Assert.Equal(Text2Image.Slug, Assert.IsType<ImageGeneratorMetadata>(generator.GetService(typeof(ImageGeneratorMetadata))).DefaultModelId);
        Assert.Null(generator.GetService(typeof(KlingClient), "key"));
        Assert.Null(generator.GetService(typeof(string)));
        _ = Assert.Throws<ArgumentException>(() => stage.Client.AsImageGenerator(KlingO3Text2VideoRequest.Model));
    }

    private static KlingModel Model(string slug) => new[] { Text2Image, Sized, Named }.Single(model => model.Slug == slug);

    private static Task<ImageGenerationResponse> GenerateAsync(Stage stage, KlingModel model, ImageGenerationRequest request, ImageGenerationOptions? options = null) =>
        stage.Clock.RunAsync(async () =>
        {
            using KlingImageGenerator generator = stage.Client.AsImageGenerator(model);
            return await generator.GenerateAsync(request, options, TestContext.Current.CancellationToken);
        });
}
