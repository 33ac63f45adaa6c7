using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>
/// Each page's sample in typed code, both ways to write it, against the page itself. Two samples cannot be sent as they stand, and their
/// tests say in which member.
/// </summary>
public sealed class SamplePayloadTests
{
    [Fact]
    public void The_sample_of_kling_o3_image2video_can_be_written_in_typed_code()
    {
        var address = new Uri("https://segmind-resources.s3.amazonaws.com/input/kling-o3-i2v-input.png");
        const string Prompt = "The mountain slowly comes alive as clouds drift past the summit, gentle wind blows through the peaks, cinematic motion, breathtaking";
        var request = new KlingO3Image2VideoRequest
        {
            Prompt = Prompt,
            ImageUrl = address,
            Duration = KlingO3Image2VideoDuration.Seconds5,
            Mode = KlingO3Image2VideoMode.Pro,
            GenerateAudio = false,
            ShotType = "customize",
        };
        KlingO3Image2VideoRequest built = KlingO3Image2VideoRequest.CreateBuilder(imageUrl: address, prompt: Prompt)
            .WithDuration(KlingO3Image2VideoDuration.Seconds5)
            .WithMode(KlingO3Image2VideoMode.Pro)
            .WithGenerateAudio(false)
            .WithShotType("customize")
            .Build();

        Compare("kling-o3-image2video", request, built);
    }

    [Fact]
    public void The_sample_of_kling_3_pro_image2video_can_be_written_in_typed_code_except_for_its_empty_URL()
    {
        var address = new Uri("https://example.com/start.png");
        const string Prompt = "The subject moves naturally with realistic physics and smooth camera motion.";
        var request = new Kling3ProImage2VideoRequest
        {
            Prompt = Prompt,
            Duration = Kling3ProImage2VideoDuration.Seconds5,
            CfgScale = 0.5,
            AspectRatio = Kling3ProImage2VideoAspectRatio.Landscape16x9,
            GenerateAudio = true,
            NegativePrompt = "blur, distort, and low quality",
            StartImageUrl = address,
        };
        Kling3ProImage2VideoRequest built = Kling3ProImage2VideoRequest.CreateBuilder(prompt: Prompt, startImageUrl: address)
            .WithDuration(Kling3ProImage2VideoDuration.Seconds5)
            .WithCfgScale(0.5)
            .WithAspectRatio(Kling3ProImage2VideoAspectRatio.Landscape16x9)
            .WithGenerateAudio(true)
            .WithNegativePrompt("blur, distort, and low quality")
            .Build();

        Compare("kling-3-pro-image2video", request, built, ("start_image_url", "\"\"", "\"https://example.com/start.png\""));
    }

    [Fact]
    public void The_sample_of_kling_o1_image_to_video_can_be_written_in_typed_code_except_for_its_text_instead_of_a_number()
    {
        var start = new Uri("https://segmind-resources.s3.amazonaws.com/output/d472b3e1-2b68-406d-9d12-a690c3da4045-seedance_1.5_input.webp");
        var end = new Uri("https://segmind-resources.s3.amazonaws.com/output/dbc484a8-bcda-4b9c-97f6-d89dca2f3815-output-1767723467082.png");
        const string Prompt = "A seamless transformation of a man driving a vehicle and crashing";
        var request = new KlingO1ImageToVideoRequest
        {
            Prompt = Prompt,
            StartImageUrl = start,
            EndImageUrl = end,
            Duration = KlingO1ImageToVideoDuration.Seconds5,
        };
        KlingO1ImageToVideoRequest built = KlingO1ImageToVideoRequest.CreateBuilder(prompt: Prompt, startImageUrl: start)
            .WithEndImageUrl(end)
            .WithDuration(KlingO1ImageToVideoDuration.Seconds5)
            .Build();

        Compare("kling-o1-image-to-video", request, built, ("duration", "\"5\"", "5"));
    }

    [Fact]
    public void The_sample_of_kling_o3_text2video_can_be_written_in_typed_code()
    {
        const string Prompt = "A majestic golden eagle soaring over snow-capped mountain peaks at sunrise, cinematic wide angle shot, breathtaking natural scenery, ultra detailed";
        var request = new KlingO3Text2VideoRequest
        {
            Prompt = Prompt,
            Mode = KlingO3Text2VideoMode.Pro,
            Duration = KlingO3Text2VideoDuration.Seconds5,
            CfgScale = 0.5,
            AspectRatio = KlingO3Text2VideoAspectRatio.Landscape16x9,
            GenerateAudio = false,
            NegativePrompt = "blur, distort, and low quality",
        };
        KlingO3Text2VideoRequest built = KlingO3Text2VideoRequest.CreateBuilder(prompt: Prompt)
            .WithMode(KlingO3Text2VideoMode.Pro)
            .WithDuration(KlingO3Text2VideoDuration.Seconds5)
            .WithCfgScale(0.5)
            .WithAspectRatio(KlingO3Text2VideoAspectRatio.Landscape16x9)
            .WithGenerateAudio(false)
            .WithNegativePrompt("blur, distort, and low quality")
            .Build();

        Compare("kling-o3-text2video", request, built);
    }

    [Fact]
    public void The_sample_of_kling_o3_video2video_edit_can_be_written_in_typed_code()
    {
        var address = new Uri("https://segmind-resources.s3.amazonaws.com/input/kling-o3-video2video-edit-source-video.mp4");
        const string Prompt = "Transform the scene into a cyberpunk neon-lit city at night, glowing neon signs, rain-soaked streets, futuristic atmosphere";
        var request = new KlingO3Video2VideoEditRequest
        {
            Prompt = Prompt,
            VideoUrl = address,
            Mode = KlingO3Video2VideoEditMode.Pro,
            Duration = KlingO3Video2VideoEditDuration.Seconds5,
            AspectRatio = KlingO3Video2VideoEditAspectRatio.Landscape16x9,
            KeepAudio = false,
        };
        KlingO3Video2VideoEditRequest built = KlingO3Video2VideoEditRequest.CreateBuilder(prompt: Prompt, videoUrl: address)
            .WithMode(KlingO3Video2VideoEditMode.Pro)
            .WithDuration(KlingO3Video2VideoEditDuration.Seconds5)
            .WithAspectRatio(KlingO3Video2VideoEditAspectRatio.Landscape16x9)
            .WithKeepAudio(false)
            .Build();

        Compare("kling-o3-video2video-edit", request, built);
    }

    private static void Compare(string slug, IKlingRequest initialized, IKlingRequest built, params (string Name, string OnThePage, string InCode)[] exceptions)
    {
        JsonObject page = SamplePage.Payload(slug);
        foreach ((string name, string onThePage, string inCode) in exceptions)
        {
            Assert.Equal(onThePage, page[name]!.ToJsonString());
            page[name] = JsonNode.Parse(inCode);
        }

        Assert.Equal(slug, initialized.Model.Slug);
        Assert.Equal(initialized, built);
        JsonElement sent = Shipped.Json(new JsonRecord(initialized).Json);
        Assert.Equal(page.Select(static member => member.Key).Order(StringComparer.Ordinal), sent.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
        Assert.All(page, member => Assert.True(
            JsonElement.DeepEquals(Shipped.Json(member.Value!.ToJsonString()), sent.GetProperty(member.Key)), $"{member.Key}: {member.Value} on the page, {sent.GetProperty(member.Key)} in code"));
    }
}
