using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFive.Right.References;

/// <summary>Templates that are completed before they are sent.</summary>
public sealed class Templates
{
    private static readonly Uri Beach = new("https://img.templates.example/beach.png");
    private static readonly Uri Horse = new("https://img.templates.example/horse.png");

    // Completed by ForActor and ForActors.
    private static readonly Kling3ProImage2VideoRequest Portrait = new()
    {
        Prompt = "@Element1 looks into the camera.", // RIGHT 142
        StartImageUrl = Beach,
    };

    public static Kling3ProImage2VideoRequest ForActor(Uri actor) => Portrait with { Elements = [new() { FrontalImageUrl = actor }] };

    public static IEnumerable<Kling3ProImage2VideoRequest> ForActors(IEnumerable<Uri> actors) => actors.Select(ForActor);

    public Kling3StandardImage2VideoRequest CompletedByMethod(Uri actor) =>
        WithActor(new() { Prompt = "@Element1 rides along.", StartImageUrl = Beach }, actor); // RIGHT 143

    public Kling3StandardImage2VideoRequest CompletedByExtension(Uri actor) =>
        new Kling3StandardImage2VideoRequest { Prompt = "@Element1 rides back.", StartImageUrl = Beach }.Starring(actor); // RIGHT 144

    public Kling3StandardImage2VideoRequest CompletedByWith() =>
        new Kling3StandardImage2VideoRequest { Prompt = "@Element1 drinks.", StartImageUrl = Beach } // RIGHT 145
            with
            {
                Elements = [new() { FrontalImageUrl = Horse }],
            };

    public Kling3StandardImage2VideoRequest CompletedByBuilder() => Kling3StandardImage2VideoRequest
        .CreateBuilder("@Element2 overtakes @Element1.", Beach) // RIGHT 146
        .AddElement(Horse)
        .AddElement(Beach)
        .Build();

    public Kling3StandardImage2VideoRequest CompletedInLoop(IEnumerable<Uri> actors)
    {
        Kling3StandardImage2VideoRequestBuilder builder = Kling3StandardImage2VideoRequest.CreateBuilder("@Element1 greets @Element2.", Beach); // RIGHT 147
        foreach (Uri actor in actors)
        {
            builder.AddElement(actor);
        }

        return builder.Build();
    }

    public Kling3StandardImage2VideoRequest CompletedInBranch(bool alone)
    {
        Kling3StandardImage2VideoRequest request = new() { Prompt = "@Element1 sits down.", StartImageUrl = Beach }; // RIGHT 148
        return alone
            ? request with { Elements = [new() { FrontalImageUrl = Horse }] }
            : request with { Prompt = "Nobody is here." };
    }

    public List<Kling3StandardImage2VideoRequest> CompletedInSelect(Uri actor)
    {
        Kling3StandardImage2VideoRequest[] drafts =
        [
            new() { Prompt = "@Element1 at dawn.", StartImageUrl = Beach }, // RIGHT 149
            new() { Prompt = "@Element1 at dusk.", StartImageUrl = Beach }, // RIGHT 150
        ];
        return drafts.Select(draft => draft with { Elements = [new() { FrontalImageUrl = actor }] }).ToList();
    }

    public Kling3ProImage2VideoRequest VoiceLater(string voice)
    {
        var request = new Kling3ProImage2VideoRequest { Prompt = "<<<voice_1>>> counts to ten.", StartImageUrl = Beach }; // RIGHT 151
        request = request with { VoiceIds = [voice] };
        return request;
    }

    public Kling3ProImage2VideoRequest PromptLater() => Kling3ProImage2VideoRequest
        .CreateBuilder("@Element1 leaves.", Beach) // RIGHT 152
        .WithPrompt("Everyone has left.")
        .Build();

    private static Kling3StandardImage2VideoRequest WithActor(Kling3StandardImage2VideoRequest request, Uri actor) =>
        request with { Elements = [new() { FrontalImageUrl = actor }] };
}

/// <summary>Completes requests.</summary>
public static class RequestExtensions
{
    public static Kling3StandardImage2VideoRequest Starring(this Kling3StandardImage2VideoRequest request, Uri actor) =>
        request with { Elements = [new() { FrontalImageUrl = actor }] };

    public static Kling3Text2ImageRequest Showing(this Kling3Text2ImageRequest request, params Uri[] things) =>
        request with { Elements = things.Select(thing => new Kling3Text2ImageElement { FrontalImageUrl = thing }).ToKlingList() };
}

/// <summary>Text that resembles a marker, and markers that have their items.</summary>
public sealed class Lookalikes(Uri still, Uri video)
{
    public Kling3ProImage2VideoRequest NoDigits() => new() { Prompt = "The sign reads @Elements of style.", StartImageUrl = still }; // RIGHT 153

    public Kling3ProImage2VideoRequest NoAt() => new() { Prompt = "Element3 is written on the wall.", StartImageUrl = still }; // RIGHT 154

    public Kling3ProImage2VideoRequest OpenVoice() => new() { Prompt = "Neon letters: <<voice_1>> and <<<voice>>>.", StartImageUrl = still }; // RIGHT 155

    public Kling3ProImage2VideoRequest OtherMarker() => new() { Prompt = "A badge with the text (element2).", StartImageUrl = still }; // RIGHT 156

    public KlingO3Text2VideoRequest NoReferences() => new() { Prompt = "A T-shirt that says @Element7." }; // RIGHT 157

    public KlingO3Image2VideoRequest EmailLike() => new() { Prompt = "A card with team@image.example on it.", ImageUrl = still }; // RIGHT 158

    public KlingO1VideoToVideoEditRequest Union(string clip, string face) => new()
    {
        Prompt = "Replace the man with @Element1.", // RIGHT 159
        VideoUrl = clip,
        Elements = (KlingList<KlingO1VideoToVideoEditElement>)[new() { FrontalImageUrl = face }],
    };

    public KlingO1VideoToVideoReferenceRequest Video() => new() { Prompt = "Continue @Video1 into the night.", VideoUrl = video }; // RIGHT 160

    public KlingO1Request Repeated(string photo) => new() { ImageUrls = [photo], Prompt = "@Image1 beside @Image1, mirrored." }; // RIGHT 161

    public KlingO1Request LeadingZero(string photo) => new() { ImageUrls = [photo, photo + "?2"], Prompt = "@Image2 over @Image01." }; // RIGHT 162

    public KlingO1Request Unknown(IReadOnlyList<string> photos) => new() { ImageUrls = photos.ToKlingList(), Prompt = "Merge @Image1 and @Image9." }; // RIGHT 163

    public KlingO1ReferenceImageToVideoRequest LowerCase(string photo) => new() { ImageUrls = [photo], Prompt = "The coat of @image1 flutters." }; // RIGHT 164

    public KlingO3Video2VideoEditRequest Both(string style) => new()
    {
        Prompt = "@Element1 in the style of @Image1.", // RIGHT 165
        VideoUrl = video,
        Elements = [new() { FrontalImageUrl = still }],
        ImageUrls = [style],
    };

    public KlingO3Video2VideoReferenceRequest Interpolated(int number, KlingList<KlingO3Video2VideoReferenceElement> cast) =>
        new() { Prompt = $"Follow @Element{number}.", VideoUrl = video, Elements = cast }; // RIGHT 166

    public Kling3Text2ImageRequest Extended() =>
        new Kling3Text2ImageRequest { Prompt = "(element1) beside (element2)." }.Showing(still, new Uri("https://img.templates.example/b.png")); // RIGHT 167

    public Kling3Text2ImageRequest Parentheses() => new() { Prompt = "A chart (elements) and a table (element)." }; // RIGHT 168

    public Kling3ProText2VideoRequest NoList() => new() { Prompt = "A banner: @Image1 coming soon." }; // RIGHT 169
}
