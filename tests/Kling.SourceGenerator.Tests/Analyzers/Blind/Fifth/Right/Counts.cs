using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFive.Right.Counts;

/// <summary>Storyboards that use all that is allowed.</summary>
public sealed class FullBoards
{
    private const string Key = "shot";
    private static readonly Uri Title = new("https://assets.board.example/title.png");

    public Kling3ProImage2VideoRequest FiveShots() => new()
    {
        Prompt = "Five shots of a city.",
        StartImageUrl = Title,
        MultiPrompt =
        [
            new() { Prompt = "Dawn.", Duration = "3" },
            new() { Prompt = "Morning." },
            new() { Prompt = "Noon." },
            new() { Prompt = "Evening." },
            new() { Prompt = "Night." }, // RIGHT 56
        ],
    };

    public Kling3StandardText2VideoRequest FiveByBuilder() => Kling3StandardText2VideoRequest
        .CreateBuilder("A baker.")
        .AddMultiPrompt("One.").AddMultiPrompt("Two.").AddMultiPrompt("Three.").AddMultiPrompt("Four.").AddMultiPrompt("Five.") // RIGHT 57
        .Build();

    public Kling3StandardText2VideoRequest Restarted(Kling3StandardText2VideoMultiPromptItem shot)
    {
        Kling3StandardText2VideoRequestBuilder builder = Kling3StandardText2VideoRequest.CreateBuilder("A loop.");
        builder.AddMultiPrompt(shot).AddMultiPrompt(shot).AddMultiPrompt(shot);
        builder.WithoutMultiPrompt();
        builder.AddMultiPrompt(shot).AddMultiPrompt(shot).AddMultiPrompt(shot); // RIGHT 58
        return builder.Build();
    }

    public KlingO3Text2VideoRequest ManyShots() => new()
    {
        Prompt = "A calendar in twelve shots.",
        MultiPrompt = Enumerable.Range(1, 12).Select(n => new KlingO3Text2VideoMultiPromptItem { Prompt = "Month " + n }).ToKlingList(), // RIGHT 59
    };

    public KlingO3Image2VideoRequest LongShot() => new()
    {
        Prompt = "A long description.",
        ImageUrl = Title,
        MultiPrompt = [new() { Prompt = new string('m', 2_000) }], // RIGHT 60
    };

    public Kling3ProImage2VideoMultiPromptItem Exactly512() => new() { Prompt = new string('x', 512) }; // RIGHT 61

    public Kling3StandardText2VideoMultiPromptItem Padded() => new() { Prompt = "Pan.".PadLeft(512) }; // RIGHT 62

    public Kling3StandardText2VideoMultiPromptItem CodePoints() =>
        new() { Prompt = string.Concat(Enumerable.Repeat("\U0001F600", 512)) }; // RIGHT 63

    public Kling3StandardText2VideoMultiPromptItem Cut(string text) =>
        new() { Prompt = text.Length > 512 ? text[..512] : text }; // RIGHT 64

    public Kling3StandardText2VideoMultiPromptItem Interpolated(string scene) => new() { Prompt = $"{scene}, {scene}, {scene} and {scene}" }; // RIGHT 65

    public KlingO3Text2VideoRequest LongPrompt() => new() { Prompt = new string('p', 5_000) }; // RIGHT 66

    public Dictionary<string, Kling3ProImage2VideoMultiPromptItem> Named() => new()
    {
        [Key + 1] = new() { Prompt = "A" + new string('a', 511) }, // RIGHT 67
    };
}

/// <summary>Casts that use all that is allowed.</summary>
public static class FullCasts
{
    private static readonly Uri Start = new("https://assets.board.example/bar.png");
    private static readonly Uri Face = new("https://assets.board.example/face.png");

    public static Kling3ProImage2VideoRequest Three() => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 play cards.",
        StartImageUrl = Start,
        Elements = [new() { FrontalImageUrl = Face }, new() { FrontalImageUrl = Start }, new() { FrontalImageUrl = Face }], // RIGHT 68
    };

    public static Kling3StandardImage2VideoRequest ThreeByBuilder()
    {
        Kling3StandardImage2VideoRequestBuilder builder = Kling3StandardImage2VideoRequest.CreateBuilder("@Element1, @Element2, @Element3.", Start);
        builder.AddElement(Face);
        builder.AddElement(frontalImageUrl: Start);
        builder.AddElement(new Kling3StandardImage2VideoElement { FrontalImageUrl = Face }); // RIGHT 69
        return builder.Build();
    }

    public static KlingO3Video2VideoEditRequest Ten(Uri video) => new()
    {
        Prompt = "@Element1 @Element2 @Element3 @Element4 @Element5 @Element6 @Element7 @Element8 @Element9 @Element10 in a row.", // RIGHT 70
        VideoUrl = video,
        Elements = [.. Enumerable.Repeat(new KlingO3Video2VideoEditElement { FrontalImageUrl = Face }, 10)], // RIGHT 71
    };

    public static Kling3Text2ImageRequest TenOf(IEnumerable<Uri> faces) => new()
    {
        Prompt = "A class photo with (element1).",
        Elements = faces.Take(10).Select(face => new Kling3Text2ImageElement { FrontalImageUrl = face }).ToKlingList(), // RIGHT 72
    };

    public static Kling3Image2ImageRequest Twelve(Uri image) => new()
    {
        Prompt = "Seat them all at one table.",
        ImageUrl = image,
        Elements = Enumerable.Repeat(new Kling3Image2ImageElement { FrontalImageUrl = Face }, 12).ToKlingList(), // RIGHT 73
    };

    public static Kling3ProImage2VideoElement ThreeViews() => new()
    {
        FrontalImageUrl = Face,
        ReferenceImageUrls = ["https://a.example/1.png", "https://a.example/2.png", "https://a.example/3.png"], // RIGHT 74
    };

    public static Kling3Image2ImageElement ThreeByArray(string url) =>
        new() { FrontalImageUrl = Face, ReferenceImageUrls = ImmutableArray.Create(url, url + "?2", url + "?3") }; // RIGHT 75

    public static KlingO3Video2VideoReferenceElement ThreeByAdd() =>
        new() { FrontalImageUrl = Face, ReferenceImageUrls = KlingList<string>.Empty.Add("https://a.example/1").Add("https://a.example/2").Add("https://a.example/3") }; // RIGHT 76

    public static Kling3Text2ImageElement Sliced(KlingList<string> four) => new() { FrontalImageUrl = Face, ReferenceImageUrls = four[..3] }; // RIGHT 77

    public static KlingO1ReferenceImageToVideoElement Four(string url) =>
        new() { FrontalImageUrl = url, ReferenceImageUrls = [url + "?a", url + "?b", url + "?c", url + "?d"] }; // RIGHT 78

    public static Kling3ProImage2VideoElement NoViews() => new() { FrontalImageUrl = Face, ReferenceImageUrls = [] }; // RIGHT 79

    public static Kling3ProImage2VideoRequest TwoVoices() => new()
    {
        Prompt = "<<<voice_1>>> asks and <<<voice_2>>> answers.", // RIGHT 80
        StartImageUrl = Start,
        VoiceIds = ["voice_a", "voice_b"], // RIGHT 81
    };

    public static Kling3ProImage2VideoRequest SameVoices() => Kling3ProImage2VideoRequest
        .CreateBuilder("<<<voice_1>>> and <<<voice_2>>> argue.", Start)
        .AddVoiceId("voice_a")
        .AddVoiceId("voice_a") // RIGHT 82
        .Build();

    public static KlingO3Text2VideoRequest FiveVoices() => new() { Prompt = "A choir.", VoiceIds = ["a", "b", "c", "d", "e"] }; // RIGHT 83

    public static Kling3ProImage2VideoRequest Replaced()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> hums.", Start);
        builder.AddVoiceId("x").AddVoiceId("y");
        return builder.WithVoiceIds(["z"]).Build(); // RIGHT 84
    }

    public static KlingO1VideoToVideoEditRequest Text(string video) => new() { Prompt = "Swap the hat.", VideoUrl = video, Elements = "hat,scarf" }; // RIGHT 85
}
