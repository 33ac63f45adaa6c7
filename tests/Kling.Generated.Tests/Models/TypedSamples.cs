using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>The request that a model's page shows, in typed code. The page's own text is in the facts of the model.</summary>
internal static class TypedSamples
{
    public static IReadOnlyList<IKlingRequest> All { get; } = [.. Early(), .. Later(), .. Image(), .. Avatar()];

    /// <summary>Where a sample cannot be sent as the page has it: the JSON on the page (<see langword="null"/> if it is missing), and the JSON in code.</summary>
    public static IReadOnlyList<(string Slug, string Name, string? OnThePage, string InCode)> Exceptions { get; } =
    [
        ("kling-1.6-image2video", "duration", "\"5\"", "5"),
        ("kling-1.6-text2video", "duration", "\"5\"", "5"),
        ("kling-2.1", "duration", "\"5\"", "5"),
        ("kling-3-standard-image2video", "start_image_url", "\"\"", "\"https://example.com/start.png\""),
        ("kling-bloombloom", "duration", "\"5\"", "5"),
        ("kling-o1", "image_urls", null, "[\"https://example.com/1.png\",\"https://example.com/2.png\"]"),
        ("kling-o1-reference-image-to-video", "duration", "\"5\"", "5"),
        ("kling-o1-video-to-video-reference", "duration", "\"5\"", "5"),
    ];

    // The models of images.
    private static IEnumerable<IKlingRequest> Image() =>
    [
        new Kling3Image2ImageRequest
        {
            Prompt = "A winter version of a Japanese garden: snowy blossoms, frozen pond, twilight, northern lights.",
            ImageUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/kling3-i2i-input.webp"),
            Resolution = "1K",
            AspectRatio = Kling3Image2ImageAspectRatio.Landscape16x9,
            OutputFormat = Kling3Image2ImageOutputFormat.Png,
        },
        new Kling3Text2ImageRequest
        {
            Prompt = "Snowy mountains at golden hour mirrored in a clear lake, detailed, cinematic.",
            NegativePrompt = "blurry, low quality, distorted, watermark",
            Resolution = "1K",
            AspectRatio = Kling3Text2ImageAspectRatio.Landscape16x9,
            OutputFormat = Kling3Text2ImageOutputFormat.Png,
        },
        new KlingO1Request
        {
            Prompt = "Merge @Image1 into the landscape of @Image2",
            Resolution = KlingO1Resolution.Resolution1K,
            AspectRatio = KlingO1AspectRatio.Auto,
            OutputFormat = KlingO1OutputFormat.Png,
            ImageUrls = ["https://example.com/1.png", "https://example.com/2.png"],
        },
    ];

    // The models of the first generations.
    private static IEnumerable<IKlingRequest> Early() =>
    [
        new Kling1_6Image2VideoRequest
        {
            Image = new Uri("https://segmind-sd-models.s3.us-east-1.amazonaws.com/display_images/kling-1.6-i2v-ip.png"),
            Prompt = "group of people talking to each other in an office setting",
            NegativePrompt = "No sudden movements, no fast zooms.",
            CfgScale = 0.5,
            Mode = Kling1_6Image2VideoMode.Pro,
            Duration = Kling1_6Image2VideoDuration.Seconds5,
        },
        new Kling1_6Text2VideoRequest
        {
            Prompt = "a scene shows a shitzu puppy walking through long grass",
            NegativePrompt = "No buildings, no artificial objects",
            CfgScale = 0.5,
            Mode = Kling1_6Text2VideoMode.Standard,
            AspectRatio = Kling1_6Text2VideoAspectRatio.Landscape16x9,
            Duration = Kling1_6Text2VideoDuration.Seconds5,
        },
        new Kling2Request
        {
            Prompt = "A giant panda swims in a clear pool with plants around it, soft light, playful mood.",
            Duration = 5,
            CfgScale = 0.5,
            StartImage = "https://segmind-resources.s3.amazonaws.com/input/65a44af9-de76-474e-898f-57e83b0ff3b3-a-photograph-of-a-giant-panda-swimming-i_k_2X05UAQYWIOoZJLuVpyg_eFEiq19KSYO9FzXR4tdibQ.jpeg",
            AspectRatio = "16:9",
        },
        new Kling2_1Request
        {
            Image = new Uri("https://segmind-resources.s3.amazonaws.com/input/e1fcf474-2790-4e1a-b094-ae0b20a18ab8-428e317b-d7c2-48fb-a001-ed0820fb04be.jpg"),
            Prompt = "A model in casual clothes seen from the front turns a shoulder and smiles.",
            NegativePrompt = "No jittery motion, avoid rapid scene changes.",
            CfgScale = 0.7,
            Mode = "pro",
            AspectRatio = Kling2_1AspectRatio.Landscape16x9,
            Duration = 5,
        },
        new Kling2_5TurboRequest
        {
            Prompt = "A popular local walks through a 1920s street carnival, greeting people, warm light.",
            NegativePrompt = "no dark tones, no blur, no distort",
            CfgScale = 0.7,
            Duration = "10",
            Mode = "pro",
            AspectRatio = Kling2_5TurboAspectRatio.Landscape16x9,
        },
        new Kling2_6Request
        {
            Prompt = "A rapper performs to a heavy beat in a street full of bright murals in Sao Paulo; quick cuts between close-ups and wide shots, street noise behind, ending on a strong close-up.",
            NegativePrompt = "no noise, no distortion, no clutter",
            CfgScale = 0.8,
            Duration = "10",
            Mode = "pro",
            AspectRatio = "16:9",
            GenerateAudio = true,
        },
        new Kling2_6ProMotionControlRequest
        {
            ImageUrl = "https://segmind-resources.s3.amazonaws.com/output/2338b9ec-1a31-4128-887a-90766c04e26d-STYLE2.png",
            VideoUrl = "https://segmind-resources.s3.amazonaws.com/output/3547991b-5ae0-4d45-8476-490451e84480-kling-motion-transfer-ip.mp4",
            Prompt = "a dancing woman",
            KeepOriginalSound = true,
            CharacterOrientation = Kling2_6ProMotionControlCharacterOrientation.Video,
        },
        new Kling2_6StandardMotionControlRequest
        {
            ImageUrl = new Uri("https://segmind-resources.s3.amazonaws.com/output/ada5c480-9051-4852-beac-cc6c6a17184f-kling-motion-std-ip-image.jpeg"),
            VideoUrl = new Uri("https://segmind-resources.s3.amazonaws.com/output/de918869-2e43-4bc1-9894-a888f465ec0c-kling-motion-std.mp4"),
            Prompt = "a cat and a dog dance",
            KeepOriginalSound = true,
            CharacterOrientation = Kling2_6StandardMotionControlCharacterOrientation.Video,
        },
        new KlingText2VideoRequest
        {
            Prompt = "A border collie in shiny clothes with a headset and VR glasses, stars in its eyes, cyber style.",
            NegativePrompt = "No buildings, no artificial objects",
            CfgScale = 0.5,
            Mode = "std",
            AspectRatio = KlingText2VideoAspectRatio.Landscape16x9,
            Duration = "5",
        },
    ];

    // The models of the third generation, of O1 and of O3.
    private static IEnumerable<IKlingRequest> Later() =>
    [
        new Kling3ProText2VideoRequest
        {
            Prompt = "A slow push through an empty old temple, fog in the valley, dust in golden light.",
            Duration = "5",
            CfgScale = 0.5,
            AspectRatio = Kling3ProText2VideoAspectRatio.Landscape16x9,
            GenerateAudio = true,
            NegativePrompt = "blur, distort, and low quality",
        },
        new Kling3StandardImage2VideoRequest
        {
            Prompt = "The subject moves in a lifelike way while the camera glides smoothly.",
            Duration = Kling3StandardImage2VideoDuration.Seconds5,
            CfgScale = 0.5,
            AspectRatio = Kling3StandardImage2VideoAspectRatio.Landscape16x9,
            GenerateAudio = true,
            NegativePrompt = "blur, distort, and low quality",
            StartImageUrl = new Uri("https://example.com/start.png"),
        },
        new Kling3StandardText2VideoRequest
        {
            Prompt = "A slow push through an empty old temple, fog in the valley, dust in golden light.",
            Duration = Kling3StandardText2VideoDuration.Seconds5,
            CfgScale = 0.5,
            AspectRatio = Kling3StandardText2VideoAspectRatio.Landscape16x9,
            GenerateAudio = true,
            NegativePrompt = "blur, distort, and low quality",
        },
        new KlingBloombloomRequest
        {
            Image = new Uri("https://segmind-resources.s3.amazonaws.com/output/183fe2c8-fcdd-4b58-9308-e3c0c8390961-802185687995670354.png"),
            Mode = KlingBloombloomMode.Pro,
            Duration = KlingBloombloomDuration.Seconds5,
        },
        new KlingO1ReferenceImageToVideoRequest
        {
            Prompt = "A cinematic sequence with a gliding camera: @image1 rides @image2",
            ImageUrls = ["https://segmind-resources.s3.amazonaws.com/output/01641ffc-a5dc-4383-a978-8d14f785247d-Screenshot_2025-11-24_120343.png", "https://segmind-resources.s3.amazonaws.com/output/5aab39a0-7dbb-42c3-9269-bf52141ae0ca-horse.jpg"],
            Duration = KlingO1ReferenceImageToVideoDuration.Seconds5,
            AspectRatio = KlingO1ReferenceImageToVideoAspectRatio.Landscape16x9,
        },
        new KlingO1VideoToVideoEditRequest
        {
            Prompt = "Swap the background for the one in @image1 and leave the character alone.",
            VideoUrl = "https://segmind-inference-inputs.s3.amazonaws.com/c511b717-f9dd-4624-8b8d-8f5a0f688a5d-3044799-hd_1280_720_24fps (1).mp4",
            ImageUrls = ["https://www.shutterstock.com/image-photo/nicely-decorated-pergola-pots-blue-600nw-507200902.jpg"],
            KeepAudio = false,
        },
        new KlingO1VideoToVideoReferenceRequest
        {
            Prompt = "Go on from @Video1 with the next shot in the same style: the man drives fast and falls.",
            VideoUrl = new Uri("https://segmind-inference-inputs.s3.amazonaws.com/2c499e1e-2b40-4833-b9dd-37a47f8e52e6-seedance_1.5_output.mp4"),
            ImageUrls = ["https://segmind-inference-inputs.s3.amazonaws.com/bacc9f7c-6375-4138-9695-d4654f59d78a-output-1767722935251.png", "https://segmind-inference-inputs.s3.amazonaws.com/bf576f0d-58e5-4234-9431-523d34df184e-output-1767723467082.png"],
            AspectRatio = KlingO1VideoToVideoReferenceAspectRatio.Auto,
            Duration = KlingO1VideoToVideoReferenceDuration.Seconds5,
            KeepAudio = false,
        },
        new KlingO3Video2VideoReferenceRequest
        {
            Prompt = "Make the scene a dreamy winter land with falling snow and frosted trees.",
            VideoUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/kling-o3-v2v-input-video.mp4"),
            Mode = "pro",
            Duration = KlingO3Video2VideoReferenceDuration.Seconds5,
            AspectRatio = KlingO3Video2VideoReferenceAspectRatio.Landscape16x9,
            KeepAudio = false,
            ShotType = "customize",
        },
    ];

    // The models of avatars.
    private static IEnumerable<IKlingRequest> Avatar() =>
    [
        new KlingV1ProAiAvatarRequest
        {
            ImageUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/209f6f09-7fc6-47c0-8b6e-128ae75db915-wan-720-ip.png"),
            AudioUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/82538587-def4-4990-9bad-525255b0adf8-kling-pro-ai-avatar.mp3"),
            Prompt = "A friendly avatar says hello.",
        },
        new KlingV1StandardAiAvatarRequest
        {
            ImageUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/1be1777d-afdd-4636-8df2-fa168a9b01db-kling-video-v1-pro-ai-avatar-input.png"),
            AudioUrl = new Uri("https://segmind-resources.s3.amazonaws.com/input/e8cf45f0-2f54-4bfd-922a-70a6d889b04c-kling-std-ai-avatar.mp3"),
            Prompt = "A lively welcome from the avatar.",
        },
        new KlingV2ProAvatarRequest
        {
            ImageUrl = "https://storage.googleapis.com/magicpoint/inputs/kling-video-v1-pro-ai-avatar-input.png",
            AudioUrl = "https://storage.googleapis.com/magicpoint/inputs/kling-video-v1-pro-ai-avatar-input.mp3",
            Prompt = "A cheerful greeting.",
        },
        new KlingV2StandardAvatarRequest
        {
            ImageUrl = "https://segmind-resources.s3.amazonaws.com/input/74bce37e-151d-4923-a56f-b5f9ce6e5134-601140c8-73e5-4490-8911-e6c7d3dc0e70-infinite_talk_ip.webp",
            AudioUrl = "https://segmind-resources.s3.amazonaws.com/input/ce1dcce7-c5b1-4cf6-a42f-65bed682a44a-news-reading-small.mp3",
            Prompt = "news reporter speaking",
        },
    ];
}
