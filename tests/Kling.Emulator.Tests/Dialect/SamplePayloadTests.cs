namespace Kling.Emulator.Tests.Dialect;

/// <summary>The request that each model's page shows, which is what people copy, judged by the shipped schema.</summary>
public sealed class SamplePayloadTests
{
    private const string Kling3ProPayload =
        """
        {
          "prompt": "The subject moves naturally with realistic physics and smooth camera motion.",
          "duration": "5",
          "cfg_scale": 0.5,
          "aspect_ratio": "16:9",
          "generate_audio": true,
          "negative_prompt": "blur, distort, and low quality",
          "start_image_url": ""
        }
        """;

    private const string KlingO1Payload =
        """
        {
          "prompt": "A seamless transformation of a man driving a vehicle and crashing",
          "start_image_url": "https://segmind-resources.s3.amazonaws.com/output/d472b3e1-2b68-406d-9d12-a690c3da4045-seedance_1.5_input.webp",
          "end_image_url": "https://segmind-resources.s3.amazonaws.com/output/dbc484a8-bcda-4b9c-97f6-d89dca2f3815-output-1767723467082.png",
          "duration": "5"
        }
        """;

    public static TheoryData<string, string> Accepted => new()
    {
        {
            "kling-o3-image2video",
            """
            {
              "prompt": "The mountain slowly comes alive as clouds drift past the summit, gentle wind blows through the peaks, cinematic motion, breathtaking",
              "image_url": "https://segmind-resources.s3.amazonaws.com/input/kling-o3-i2v-input.png",
              "duration": "5",
              "mode": "pro",
              "generate_audio": false,
              "shot_type": "customize"
            }
            """
        },
        { "kling-3-pro-image2video", Kling3ProPayload.Replace("\"\"", "\"https://example.com/start.png\"", StringComparison.Ordinal) },
        { "kling-o1-image-to-video", KlingO1Payload.Replace("\"5\"", "5", StringComparison.Ordinal) },
        {
            "kling-o3-text2video",
            """
            {
              "prompt": "A majestic golden eagle soaring over snow-capped mountain peaks at sunrise, cinematic wide angle shot, breathtaking natural scenery, ultra detailed",
              "mode": "pro",
              "duration": "5",
              "cfg_scale": 0.5,
              "aspect_ratio": "16:9",
              "generate_audio": false,
              "negative_prompt": "blur, distort, and low quality"
            }
            """
        },
        {
            "kling-o3-video2video-edit",
            """
            {
              "prompt": "Transform the scene into a cyberpunk neon-lit city at night, glowing neon signs, rain-soaked streets, futuristic atmosphere",
              "video_url": "https://segmind-resources.s3.amazonaws.com/input/kling-o3-video2video-edit-source-video.mp4",
              "mode": "pro",
              "duration": "5",
              "aspect_ratio": "16:9",
              "keep_audio": false
            }
            """
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task The_sample_payload_of_the_page_is_accepted(string slug, string payload) =>
        Assert.Empty(await SchemaErrors.Find(SchemaFolder.Read($"{slug}.json"), payload, Cancellation));

    [Fact]
    public async Task The_empty_placeholder_in_the_kling_3_pro_sample_is_not_a_URL() =>
        Assert.Equal(
            ["UriExpected at #/start_image_url"],
            await SchemaErrors.Find(SchemaFolder.Read("kling-3-pro-image2video.json"), Kling3ProPayload, Cancellation));

    [Fact]
    public async Task The_duration_in_the_kling_o1_sample_is_text_although_the_page_says_integer() =>
        Assert.Equal(
            ["IntegerExpected at #/duration"],
            await SchemaErrors.Find(SchemaFolder.Read("kling-o1-image-to-video.json"), KlingO1Payload, Cancellation));
}
