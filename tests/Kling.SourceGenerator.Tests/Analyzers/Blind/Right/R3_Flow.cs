using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Flow;

internal static class Unions
{
    public static AcmeAvatarRequest Best(AcmeAvatarRequest request) => request with { Quality = 10 }; // RIGHT 77

    public static AcmeAvatarRequest Final(string script, Uri portrait) => AcmeAvatarRequest.CreateBuilder(script, portrait).WithQuality("final").Build(); // RIGHT 78

    public static AcmeAvatarQuality Asked(string? answer) => int.TryParse(answer, out int quality) ? quality : "draft"; // RIGHT 79

    public static AcmeAvatarRequest Coloured(AcmeAvatarRequest request) => request with
    {
        Background = new AcmeAvatarBackgroundFill { Color = "#c0FFEE", Blur = 20 }, // RIGHT 80
    };

    public static AcmeAvatarBackground Beach { get; } = "a long white beach with many palm trees!"; // RIGHT 81

    public static SoundBedRequest Ends(string mood, bool hard) => new() { Mood = mood, Ending = hard ? 0.5 : 8.0 }; // RIGHT 82

    public static SoundBedRequest Never(string mood) => new() { Mood = mood, Ending = false }; // RIGHT 83

    public static PosterMakerRequest Tall(string headline) => PosterMakerRequest.CreateBuilder(headline).WithSize("16x9999").Build(); // RIGHT 84

    public static PosterMakerSize Square(int side) => side > 4096 ? "4096x4096" : new PosterMakerSizeOption2 { Width = side, Height = side }; // RIGHT 85

    public static int Number(AcmeAvatarQuality quality) => quality.Match(number => number, word => word == "final" ? 100 : 0); // RIGHT 86
}

internal static class Partners
{
    public static AcmeAvatarRequest Overdub(string script, Uri portrait, Uri audio) =>
        new() { Script = script, PortraitUrl = portrait, AudioUrl = audio, AudioLanguage = "de" }; // RIGHT 87

    public static AcmeAvatarRequest LanguageAlone(string script, Uri portrait) =>
        new() { Script = script, PortraitUrl = portrait, AudioLanguage = "pt-BR" }; // RIGHT 88

    public static SoundBedRequest Fade(string mood)
    {
        SoundBedRequestBuilder builder = SoundBedRequest.CreateBuilder(mood);
        builder.WithFadeIn(2); // RIGHT 89
        builder.WithFadeCurve(SoundBedFadeCurve.Linear);
        return builder.Build();
    }

    public static SoundBedRequest Completed(string mood)
    {
        var draft = new SoundBedRequest { Mood = mood, FadeIn = 0.5 }; // RIGHT 90
        return WithCurve(draft);
    }

    private static SoundBedRequest WithCurve(SoundBedRequest draft) => draft with { FadeCurve = SoundBedFadeCurve.Log };

    public static PosterMakerRequest Masked(PosterMakerRequest poster, Uri mask) => poster with { MaskUrl = mask }; // RIGHT 91

    public static PosterMakerRequest Both(string headline, Uri mask) =>
        PosterMakerRequest.CreateBuilder(headline).WithMaskMode(PosterMakerMaskMode.Keep).WithMaskUrl(mask).Build(); // RIGHT 92

    public static SoundBedRequest Dropped(string mood, double fade) => SoundBedRequest
        .CreateBuilder(mood)
        .WithFadeIn(fade)
        .WithoutFadeIn() // RIGHT 93
        .Build();

    public static AcmeAvatarRequest NoAudio(string script, Uri portrait) => new() { Script = script, PortraitUrl = portrait, AudioUrl = null }; // RIGHT 94

    public static AcmeAvatarRequestBuilder Begun(string script, Uri portrait, Uri audio) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait).WithAudioUrl(audio); // RIGHT 95
}

internal static class Statements
{
    public static Kling3ProImage2VideoRequest Reset(string prompt, Uri start, Uri[] faces)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, start);
        builder.AddElement(frontalImageUrl: faces[0]).AddElement(frontalImageUrl: faces[1]).AddElement(frontalImageUrl: faces[2]);
        builder.WithoutElements();
        builder.AddElement(frontalImageUrl: faces[3]); // RIGHT 96
        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Branches(string prompt, Uri start, bool duo, Uri a, Uri b)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, start);
        builder.AddVoiceId("host");
        if (duo)
        {
            builder.AddVoiceId("guest");
        }
        else
        {
            builder.AddVoiceId("audience"); // RIGHT 97
        }

        return builder.AddElement(frontalImageUrl: a).AddElement(frontalImageUrl: b).Build();
    }

    public static Kling3ProImage2VideoRequest Looped(string prompt, Uri start, IEnumerable<Uri> faces)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, start);
        foreach (Uri face in faces)
        {
            builder.AddElement(frontalImageUrl: face); // RIGHT 98
        }

        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Passed(Uri start, Uri hero)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 leaves, <<<voice_1>>> sighs.", start); // RIGHT 99
        AddCast(builder, hero);
        return builder.Build();
    }

    private static void AddCast(Kling3ProImage2VideoRequestBuilder builder, Uri hero) =>
        builder.AddElement(frontalImageUrl: hero).AddVoiceId("narrator");

    public static Kling3ProImage2VideoRequest Replaced(Uri start, Uri hero)
    {
        var request = new Kling3ProImage2VideoRequest { Prompt = "@Element1 leaves home.", StartImageUrl = start, Elements = [new() { FrontalImageUrl = hero }] };
        return request with { Prompt = "An empty house.", Elements = null }; // RIGHT 100
    }

    public static Kling3ProImage2VideoRequest Chained(Uri start, Uri hero) =>
        new Kling3ProImage2VideoRequest { Prompt = "@Element1 sings.", StartImageUrl = start } with { Elements = [new() { FrontalImageUrl = hero }] }; // RIGHT 101

    public static AcmeAvatarRequest Corrected(string script, Uri portrait, int width)
    {
        AcmeAvatarRequest request = new() { Script = script, PortraitUrl = portrait, Width = width };
        return request.Validate().Any(violation => violation.Path == "/width") ? request with { Width = 1024 } : request; // RIGHT 102
    }
}

internal static class Arguments
{
    public static AcmeAvatarRequest Reordered(Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(portraitUrl: portrait, script: "Good evening, everybody.").Build(); // RIGHT 103

    public static PosterMakerRequest Layered(string headline, Uri logo) => PosterMakerRequest.CreateBuilder(headline)
        .AddLayer(opacity: 1, label: "The official tour poster", sourceUrl: logo) // RIGHT 104
        .Build();

    public static PosterMakerLayerAnchor Corner(bool left) => new() { X = left ? -1 : 1, Y = 1 }; // RIGHT 105

    public static PosterMakerLayer Unlabelled(Uri picture, string? label = null, double opacity = 5) =>
        new() { SourceUrl = picture, Label = label, Opacity = opacity / 10 }; // RIGHT 106
}

internal static class PartlyKnown
{
    public static PosterMakerRequest Tour(string band, int year) => new() { Headline = $"{band} live on the farewell tour through Europe {year}" }; // RIGHT 107

    public static AcmeAvatarRequest Numbered(string script, Uri portrait, int number) =>
        new() { Script = script, PortraitUrl = portrait, Handle = $"speaker_{number}" }; // RIGHT 108

    public static async IAsyncEnumerable<AcmeAvatarRequest> Localized(IAsyncEnumerable<string> languages, string script, Uri portrait)
    {
        await foreach (string language in languages)
        {
            yield return new AcmeAvatarRequest { Script = script, PortraitUrl = portrait, Tags = [$"translated-{language}"] }; // RIGHT 109
        }
    }

    public static PosterMakerLayer Credit(Uri picture, string photographer) => new()
    {
        SourceUrl = picture,
        Label = ("Photo taken by: " + photographer).Substring(0, 15), // RIGHT 110
    };

    public static AcmeAvatarRequest Padded(Uri portrait, string line) => new() { Script = line.PadRight(10, '.'), PortraitUrl = portrait }; // RIGHT 111
}
