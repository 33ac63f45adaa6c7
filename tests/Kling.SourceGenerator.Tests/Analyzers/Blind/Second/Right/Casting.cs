using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindRight.Casting;

public static class CastExtensions
{
    public static Kling3ProImage2VideoRequest WithCast(this Kling3ProImage2VideoRequest request, params Uri[] faces) =>
        request with { Elements = faces.Select(face => new Kling3ProImage2VideoElement { FrontalImageUrl = face }).ToKlingList() }; // RIGHT 1

    public static Kling3ProImage2VideoRequestBuilder AddFace(this Kling3ProImage2VideoRequestBuilder builder, Uri face) => builder.AddElement(face); // RIGHT 2
}

public static class CastRequests
{
    private static readonly Uri Bridge = new("https://cdn.acme-studio.com/stills/bridge.png");
    private static readonly Uri Knight = new("https://cdn.acme-studio.com/cast/knight.png");
    private static readonly Uri Clip = new("https://cdn.acme-studio.com/clips/bridge.mp4");

    private static Kling3ProImage2VideoRequest Complete(Kling3ProImage2VideoRequest request) => request with { Elements = [new() { FrontalImageUrl = Knight }] };

    public static Kling3ProImage2VideoRequest Later() => Complete(new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 crosses." }); // RIGHT 3

    public static Kling3ProImage2VideoRequest ByExtension() => new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 greets @Element2." }.WithCast(Knight, Bridge); // RIGHT 4

    public static Kling3ProImage2VideoRequest ByWith() => new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 sings." } with { Elements = [new() { FrontalImageUrl = Knight }] }; // RIGHT 5

    public static Kling3ProImage2VideoRequest ByLocal(IEnumerable<Kling3ProImage2VideoElement> cast)
    {
        var bare = new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 sleeps." }; // RIGHT 6
        return bare with { Elements = cast.ToKlingList() };
    }

    public static Kling3ProImage2VideoRequest[] ByArray() =>
        new[]
        {
            new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 rides." }, // RIGHT 7
            new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 falls." }, // RIGHT 8
        }
        .Select(request => request with { Elements = [new() { FrontalImageUrl = Knight }] })
        .ToArray();

    public static Kling3ProImage2VideoRequest ByBuilder()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 and @Element2 shake hands.", Bridge); // RIGHT 9
        foreach (Uri face in new[] { Knight, Bridge })
        {
            builder.AddElement(face);
        }

        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest ByHelper() =>
        Kling3ProImage2VideoRequest.CreateBuilder("@Element1 jumps.", Bridge).AddFace(Knight).Build(); // RIGHT 10

    public static Kling3ProImage2VideoRequest ByEscape()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element2 looks at @Element1.", Bridge); // RIGHT 11
        AddAll(builder);
        return builder.Build();

        static void AddAll(Kling3ProImage2VideoRequestBuilder target)
        {
            target.AddElement(Knight);
            target.AddElement(Bridge);
        }
    }

    public static Kling3ProImage2VideoRequest Third(Uri a, Uri b, Uri c) => new()
    {
        StartImageUrl = Bridge,
        Prompt = "@Element3 stands between @Element1 and @Element2.", // RIGHT 12
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = c }],
    };

    public static Kling3ProImage2VideoRequest FromParameter(KlingList<Kling3ProImage2VideoElement> cast) => new() { StartImageUrl = Bridge, Prompt = "@Element3 laughs.", Elements = cast }; // RIGHT 13

    public static Kling3ProImage2VideoRequest Numbered(int count, Uri face) => new()
    {
        StartImageUrl = Bridge,
        Prompt = $"@Element{count} waves.", // RIGHT 14
        Elements = Enumerable.Repeat(new Kling3ProImage2VideoElement { FrontalImageUrl = face }, count).ToKlingList(),
    };

    public static Kling3ProImage2VideoRequest Wordplay() => new() { StartImageUrl = Bridge, Prompt = "A sign reads '@Elementary School'." }; // RIGHT 15

    public static KlingO1ReferenceImageToVideoRequest LowerCase() => new() { Prompt = "The woman of @image1 laughs.", ImageUrls = ["https://cdn.acme-studio.com/woman.png"] }; // RIGHT 16

    public static Kling3Text2ImageRequest Poster() => new() { Prompt = "A poster of (element1) under palms.", Elements = [new() { FrontalImageUrl = Knight }] }; // RIGHT 17

    public static KlingO1Request Collage(IReadOnlyList<string> urls) => new() { ImageUrls = [.. urls], Prompt = "Blend @Image1 with @Image3." }; // RIGHT 18

    public static Kling3ProImage2VideoRequest SecondTake()
    {
        var first = new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = "@Element1 and @Element2 turn.", Elements = [new() { FrontalImageUrl = Knight }, new() { FrontalImageUrl = Bridge }] };
        return first with { Prompt = "@Element2 turns to @Element1." }; // RIGHT 19
    }

    public static Kling3ProImage2VideoRequest WithKnown(Kling3ProImage2VideoRequest basis) => basis with { Prompt = "@Element2 leaves." }; // RIGHT 20

    public static Kling3ProImage2VideoRequest Conditional(bool duel)
    {
        Kling3ProImage2VideoElement knight = new() { FrontalImageUrl = Knight };
        KlingList<Kling3ProImage2VideoElement> cast = duel ? [knight, knight] : [knight];
        return new() { StartImageUrl = Bridge, Prompt = duel ? "@Element1 fights @Element2." : "@Element1 waits.", Elements = cast }; // RIGHT 21
    }

    public static string Help() => "Write @Element1, @Element2 … in the prompt; @Image1 is the first image."; // RIGHT 22

    public static KlingO3Text2VideoRequest Mail() => new() { Prompt = "A phone shows a mail to anna@images1.example." }; // RIGHT 23

    public static KlingO1VideoToVideoEditRequest Union() => new() { Prompt = "Swap the rider for @Element1.", VideoUrl = "https://cdn.acme-studio.com/clips/a.mp4", Elements = "https://cdn.acme-studio.com/cast/knight.png" }; // RIGHT 24

    public static KlingO1ReferenceImageToVideoRequest UnionList() => new()
    {
        Prompt = "@Image1 comes alive beside @Element1.",
        ImageUrls = ["https://cdn.acme-studio.com/woman.png"],
        Elements = KlingList.Create<KlingO1ReferenceImageToVideoElement>([new() { FrontalImageUrl = "https://cdn.acme-studio.com/cast/a.png" }]), // RIGHT 25
    };

    public static Kling3ProImage2VideoRequest NamedInShot() => new()
    {
        StartImageUrl = Bridge,
        Prompt = "A chase in two shots with @Element1.",
        Elements = [new() { FrontalImageUrl = Knight }],
        MultiPrompt = [new() { Prompt = "@Element1 runs." }, new() { Prompt = "@Element1 hides.", Duration = "3" }], // RIGHT 26
    };

    public static IEnumerable<Kling3ProImage2VideoRequest> Variants(IEnumerable<string> moods) =>
        from mood in moods
        let bare = new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, Prompt = $"<<<voice_1>>> speaks {mood}." } // RIGHT 27
        select bare with { VoiceIds = ["anna"] };

    public static Dictionary<string, Kling3ProImage2VideoRequest> Library() => new()
    {
        ["walk"] = Complete(new() { StartImageUrl = Bridge, Prompt = "@Element1 walks." }), // RIGHT 28
    };
}
