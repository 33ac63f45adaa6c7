using Kling.Models;

namespace Kling.Benchmarks.Requests;

/// <summary>The requests that are measured: the least that is valid, and one with everything in it.</summary>
internal static class SampleRequests
{
    public static IReadOnlyDictionary<string, Kling3ProImage2VideoRequest> ByName { get; } = new Dictionary<string, Kling3ProImage2VideoRequest>
    {
        ["small"] = new()
        {
            Prompt = "Clouds drift past the summit.",
            StartImageUrl = new Uri("https://example.com/summit.png"),
        },
        ["full"] = new()
        {
            Prompt = "@Element1 walks up the ridge towards @Element2 while clouds drift past the summit; the camera rises slowly. <<<voice_1>>> says: \"We made it.\"",
            StartImageUrl = new Uri("https://example.com/images/summit-at-dawn.png?size=2048"),
            AspectRatio = Kling3ProImage2VideoAspectRatio.Landscape16x9,
            CfgScale = 0.65,
            Duration = Kling3ProImage2VideoDuration.Seconds10,
            Elements =
            [
                new() { FrontalImageUrl = new Uri("https://example.com/images/climber-front.png"), ReferenceImageUrls = ["https://example.com/images/climber-left.png", "https://example.com/images/climber-right.png"] },
                new() { FrontalImageUrl = new Uri("https://example.com/images/flag-front.png"), ReferenceImageUrls = ["https://example.com/images/flag-back.png"] },
            ],
            EndImageUrl = new Uri("https://example.com/images/summit-at-noon.png"),
            GenerateAudio = true,
            MultiPrompt =
            [
                new() { Prompt = "A wide shot of the ridge in the first light.", Duration = "5" },
                new() { Prompt = "A close shot of the climber's face, breath in the cold air.", Duration = "3" },
                new() { Prompt = "The flag at the summit, out of focus, then sharp.", Duration = "2" },
            ],
            NegativePrompt = "blur, distort, low quality, text, watermark",
            ShotType = "customize",
            VoiceIds = ["voice-7f3a9c", "voice-1b2d4e"],
        },
    };
}
