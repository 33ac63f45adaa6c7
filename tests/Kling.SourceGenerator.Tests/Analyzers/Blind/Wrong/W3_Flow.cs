using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Flow;

internal static class Unions
{
    public static AcmeAvatarRequest Best(AcmeAvatarRequest request) => request with { Quality = 11 }; // WRONG 66: above the maximum

    public static AcmeAvatarRequest Excellent(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        Quality = "excellent", // WRONG 67: pattern not matched
    };

    public static AcmeAvatarRequest Beach(AcmeAvatarRequest request)
    {
        AcmeAvatarBackground beach = "a long white beach with palm trees and a sunset"; // WRONG 68: text too long
        return request with { Background = beach };
    }

    public static AcmeAvatarRequest Coloured(AcmeAvatarRequest request) => request with
    {
        Background = new AcmeAvatarBackgroundFill
        {
            Color = "steelblue", // WRONG 69: pattern not matched
            Blur = 4,
        },
    };

    public static AcmeAvatarBackground Dreamy() => new AcmeAvatarBackgroundFill { Color = "#C0FFEE", Blur = 21 }; // WRONG 70: above the maximum

    public static SoundBedRequest Abrupt(string mood) => new() { Mood = mood, Ending = 0.25 }; // WRONG 71: below the minimum

    public static SoundBedRequest Worded(string mood) =>
        SoundBedRequest.CreateBuilder(mood).WithEnding("with a bang and a whimper").WithBpm(96).Build(); // WRONG 72: text too long

    public static PosterMakerRequest Flyer(string headline) => new() { Headline = headline, Size = "A5" }; // WRONG 73: pattern not matched

    public static PosterMakerSize Banner(int height) => new PosterMakerSizeOption2
    {
        Width = 5000, // WRONG 74: above the maximum
        Height = height,
    };
}

internal static class Partners
{
    public static AcmeAvatarRequest Overdub(string script, Uri portrait, Uri audio) =>
        new() { Script = script, PortraitUrl = portrait, AudioUrl = audio }; // WRONG 75: partner parameter missing

    public static SoundBedRequest FadedIn(string mood) => SoundBedRequest.CreateBuilder(mood).WithFadeIn(2.5).Build(); // WRONG 76: partner parameter missing

    public static PosterMakerRequest Masked(string headline, Uri mask)
    {
        var request = new PosterMakerRequest { Headline = headline, Paper = PosterMakerPaper.A3 };
        return request with { MaskUrl = mask }; // WRONG 77: partner parameter missing
    }

    public static SoundBedRequest Soft(string mood)
    {
        var builder = SoundBedRequest.CreateBuilder(mood);
        builder.WithGenre(SoundBedGenre.Folk);
        builder.WithFadeIn(1); // WRONG 78: partner parameter missing
        return builder.Build();
    }
}

internal static class Statements
{
    public static Kling3ProImage2VideoRequest Family(string prompt, Uri start, Uri mother, Uri father, Uri daughter, Uri son)
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, start);
        builder.AddElement(frontalImageUrl: mother);
        builder.AddElement(frontalImageUrl: father);
        builder.AddElement(frontalImageUrl: daughter);
        builder.AddElement(frontalImageUrl: son); // WRONG 79: too many items
        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Podcast(Uri start)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("Two people talk.", start);
        builder.AddVoiceId("host");
        builder.WithPrompt("<<<voice_1>>> asks and <<<voice_2>>> answers."); // WRONG 80: list item missing
        Console.WriteLine("The podcast is ready.");
        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Sequel(Uri start, Uri hero)
    {
        var first = new Kling3ProImage2VideoRequest { Prompt = "@Element1 leaves home.", StartImageUrl = start, Elements = [new() { FrontalImageUrl = hero }] };
        Console.WriteLine(first);
        return first with { Prompt = "@Element1 meets @Element2." }; // WRONG 81: list item missing
    }

    public static PosterMakerRequest Swatches(string headline)
    {
        var builder = PosterMakerRequest.CreateBuilder(headline);
        builder = builder.AddPalette("#112233");
        builder = builder.AddPalette("#445566");
        builder = builder.AddPalette("#112233"); // WRONG 82: duplicate list items
        return builder.Build();
    }

    public static AcmeAvatarRequest Tightened(string script, Uri portrait)
    {
        AcmeAvatarRequest request = new() { Script = script, PortraitUrl = portrait, Width = 512, Height = 512 };
        request = request with { Width = 40 }; // WRONG 83: below the minimum
        return request;
    }

    public static SoundBedRequest Doubled(string mood)
    {
        int bars = 8;
        int beats = bars * 4;
        return new() { Mood = mood, Bpm = beats }; // WRONG 84: below the minimum
    }
}

internal sealed class Arguments
{
    public AcmeAvatarRequest Reordered(Uri portrait) => AcmeAvatarRequest.CreateBuilder(portraitUrl: portrait, script: "Too short").Build(); // WRONG 85: text too short

    public PosterMakerRequest Layered(string headline, Uri background, Uri logo) => PosterMakerRequest
        .CreateBuilder(headline)
        .AddLayer(background)
        .AddLayer(opacity: 80, label: "Logo", sourceUrl: logo) // WRONG 86: above the maximum
        .Build();

    public PosterMakerLayer Pinned(Uri picture) => new()
    {
        Anchor = new PosterMakerLayerAnchor { Y = 0, X = -1.5 }, // WRONG 87: below the minimum
        SourceUrl = picture,
    };
}

internal static class PartlyKnown
{
    public static PosterMakerRequest Tour(string band, int year) => new()
    {
        Headline = $"{band} live on the great and final farewell tour through Europe and America {year}", // WRONG 88: text too long
    };

    public static PosterMakerLayer Credit(Uri picture, string photographer) => new()
    {
        SourceUrl = picture,
        Label = "Photograph taken and owned by " + photographer, // WRONG 89: text too long
    };

    public static AcmeAvatarRequest Numbered(string script, Uri portrait, int number) =>
        new() { Script = script, PortraitUrl = portrait, Handle = $"Speaker-{number}" }; // WRONG 90: pattern not matched

    public static async IAsyncEnumerable<AcmeAvatarRequest> Localized(IAsyncEnumerable<string> languages, string script, Uri portrait)
    {
        await foreach (string language in languages)
        {
            yield return new AcmeAvatarRequest
            {
                Script = script,
                PortraitUrl = portrait,
                Tags = [$"machine-translated-into-{language}"], // WRONG 91: item too long
            };
        }
    }
}
