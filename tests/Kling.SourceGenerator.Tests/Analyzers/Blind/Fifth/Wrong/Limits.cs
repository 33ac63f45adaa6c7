using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFive.Wrong.Limits;

/// <summary>Storyboards with several shots.</summary>
public sealed class Storyboard
{
    private static readonly Uri Opening = new("https://assets.storyboard.example/opening.png");

    public Kling3ProImage2VideoRequest SixShots() => new()
    {
        Prompt = "A heist in six shots.",
        StartImageUrl = Opening,
        MultiPrompt =
        [
            new() { Prompt = "The van stops." },
            new() { Prompt = "The door opens." },
            new() { Prompt = "Masks on." },
            new() { Prompt = "The vault." },
            new() { Prompt = "The alarm." },
            new() { Prompt = "The chase." }, // WRONG 44: at most 5 shots
        ],
    };

    public Kling3StandardText2VideoRequest SixByBuilder() => Kling3StandardText2VideoRequest
        .CreateBuilder("A day of a baker.")
        .AddMultiPrompt("He wakes up.", "3")
        .AddMultiPrompt("He kneads the dough.")
        .AddMultiPrompt(duration: "3", prompt: "The oven glows.")
        .AddMultiPrompt("The first customer.")
        .AddMultiPrompt("The shelves are empty.")
        .AddMultiPrompt("He sleeps.") // WRONG 45: sixth shot, at most 5
        .Build();

    public Kling3StandardText2VideoRequest SevenByArray()
    {
        var shots = new Kling3StandardText2VideoMultiPromptItem[7];
        for (int i = 0; i < shots.Length; i++)
        {
            shots[i] = new Kling3StandardText2VideoMultiPromptItem { Prompt = "Shot number " + (i + 1) };
        }

        return new() { Prompt = "A week.", MultiPrompt = shots }; // WRONG 46: 7 shots, at most 5
    }

    public Kling3StandardText2VideoRequest SixByRepeat() => new()
    {
        Prompt = "The same corridor again and again.",
        MultiPrompt = Enumerable.Repeat(new Kling3StandardText2VideoMultiPromptItem { Prompt = "A corridor." }, 6).ToKlingList(), // WRONG 47: 6 shots
    };

    public Kling3StandardText2VideoRequest Added(Kling3StandardText2VideoMultiPromptItem shot)
    {
        KlingList<Kling3StandardText2VideoMultiPromptItem> five = [shot, shot, shot, shot, shot];
        return new() { Prompt = "A loop.", MultiPrompt = five.Add(shot) }; // WRONG 48: 6 shots
    }

    public Kling3ProImage2VideoMultiPromptItem LongShot() => new()
    {
        Prompt = new string('x', 513), // WRONG 49: at most 512 characters
        Duration = "4",
    };

    public Kling3StandardText2VideoMultiPromptItem PaddedShot() =>
        new() { Prompt = "A slow pan over the valley. ".PadRight(600, '.') }; // WRONG 50: 600 characters, at most 512

    public Kling3StandardText2VideoMultiPromptItem LongInterpolated(string hero) => new()
    {
        Prompt = $"{hero} walks through a long hall of mirrors in which every mirror shows another decade of the same house: first the twenties with gas lamps and heavy curtains, then the forties with a radio on the sill and tape on the panes, then the sixties with a record player and orange wallpaper, then the eighties with a television set and a video recorder, then the nineties with a beige computer on a folding desk, then the two-thousands with a glass table and a single orchid, and finally an empty room with white walls, in which {hero} stops.", // WRONG 51: the literal parts alone exceed 512
    };

    public Kling3ProImage2VideoRequest LongConstant()
    {
        const string Sentence = "The camera glides along the shelves of the archive and stops. "; // 62 characters
        const string Four = Sentence + Sentence + Sentence + Sentence;
        return Kling3ProImage2VideoRequest
            .CreateBuilder("An archive at night.", Opening)
            .AddMultiPrompt(Four + Four + "The light goes out there.") // WRONG 52: 521 characters, at most 512
            .Build();
    }
}

/// <summary>The cast of a series.</summary>
public static class Cast
{
    private static readonly Uri Start = new("https://assets.storyboard.example/bar.png");
    private static readonly Uri Anna = new("https://assets.storyboard.example/anna.png");
    private static readonly Uri Ben = new("https://assets.storyboard.example/ben.png");

    public static Kling3ProImage2VideoRequest FourInABar() => new()
    {
        Prompt = "@Element1, @Element2, @Element3 and @Element4 order drinks.",
        StartImageUrl = Start,
        Elements =
        [
            new() { FrontalImageUrl = Anna },
            new() { FrontalImageUrl = Ben },
            new() { FrontalImageUrl = new Uri("https://assets.storyboard.example/chris.png") },
            new() { FrontalImageUrl = new Uri("https://assets.storyboard.example/dora.png") }, // WRONG 53: at most 3 elements
        ],
    };

    public static Kling3StandardImage2VideoRequest FourByBuilder()
    {
        Kling3StandardImage2VideoRequestBuilder builder = Kling3StandardImage2VideoRequest.CreateBuilder("@Element1, @Element2, @Element3, @Element4 dance.", Start);
        builder.AddElement(Anna);
        builder.AddElement(Ben);
        builder.AddElement(frontalImageUrl: Anna);
        builder.AddElement(frontalImageUrl: Ben); // WRONG 54: fourth element, at most 3
        return builder.Build();
    }

    public static KlingO3Video2VideoEditRequest ElevenByRepeat(Uri video)
    {
        const int extras = 11;
        return new()
        {
            Prompt = "Fill the stadium with @Element1.",
            VideoUrl = video,
            Elements = [.. Enumerable.Repeat(new KlingO3Video2VideoEditElement { FrontalImageUrl = Anna }, extras)], // WRONG 55: 11 elements, at most 10
        };
    }

    public static KlingO3Video2VideoReferenceRequest ElevenBySpread(Uri video)
    {
        KlingO3Video2VideoReferenceElement a = new() { FrontalImageUrl = Anna }, b = new() { FrontalImageUrl = Ben };
        KlingO3Video2VideoReferenceElement[] five = [a, b, a, b, a];
        return new() { Prompt = "Dress @Element1 to @Element9 alike.", VideoUrl = video, Elements = [.. five, .. five, b] }; // WRONG 56: 11 elements
    }

    public static Kling3Text2ImageRequest ElevenByList() => new()
    {
        Prompt = "A class photo of (element1) and friends.",
        Elements = new List<Kling3Text2ImageElement>(Enumerable.Range(1, 11).Select(n => new Kling3Text2ImageElement { FrontalImageUrl = new Uri($"https://assets.storyboard.example/pupil{n}.png") })), // WRONG 57: 11 elements, at most 10
    };

    public static Kling3ProImage2VideoElement TooManyViews() => new()
    {
        FrontalImageUrl = Anna,
        ReferenceImageUrls =
        [
            "https://assets.storyboard.example/anna-left.png",
            "https://assets.storyboard.example/anna-right.png",
            "https://assets.storyboard.example/anna-back.png",
            "https://assets.storyboard.example/anna-above.png", // WRONG 58: at most 3 reference images
        ],
    };

    public static Kling3Image2ImageElement TooManyByArray() => new()
    {
        FrontalImageUrl = Ben,
        ReferenceImageUrls = new[] { "https://a.example/1.png", "https://a.example/2.png", "https://a.example/3.png", "https://a.example/4.png" }, // WRONG 59: 4, at most 3
    };

    public static Kling3Text2ImageElement TooManyByImmutable(string url) => new()
    {
        FrontalImageUrl = Ben,
        ReferenceImageUrls = ImmutableArray.Create(url, url + "?v=2", url + "?v=3", url + "?v=4"), // WRONG 60: 4, at most 3
    };

    public static KlingO3Video2VideoEditRequest TooManyInAdd(Uri video, string side) => KlingO3Video2VideoEditRequest
        .CreateBuilder("Replace the driver with @Element1.", video)
        .AddElement(Anna, [side, side + "&flip=x", side + "&flip=y", side + "&flip=xy"]) // WRONG 61: 4 reference images, at most 3
        .Build();

    public static KlingO3Video2VideoReferenceElement TooManyByWith(KlingO3Video2VideoReferenceElement element, string[] two) =>
        element with { ReferenceImageUrls = KlingList<string>.Empty.Add("https://a.example/1.png").Add("https://a.example/2.png").Add("https://a.example/3.png").Add("https://a.example/4.png") }; // WRONG 62: 4, at most 3
}

/// <summary>Voices of an audio drama.</summary>
public static class Voices
{
    private const string Narrator = "voice_narrator_07";
    private static readonly Uri Stage = new("https://assets.storyboard.example/stage.png");

    public static Kling3ProImage2VideoRequest Trio() => new()
    {
        Prompt = "<<<voice_1>>> asks, <<<voice_2>>> answers, <<<voice_3>>> laughs.",
        StartImageUrl = Stage,
        VoiceIds = [Narrator, "voice_old_man", "voice_child"], // WRONG 63: at most 2 voices
    };

    public static Kling3ProImage2VideoRequest TrioByBuilder() => Kling3ProImage2VideoRequest
        .CreateBuilder("<<<voice_1>>>, <<<voice_2>>> and <<<voice_3>>> sing.", Stage)
        .AddVoiceId("voice_soprano")
        .AddVoiceId("voice_alto")
        .AddVoiceId("voice_bass") // WRONG 64: third voice, at most 2
        .Build();

    public static Kling3ProImage2VideoRequest Choir()
    {
        Kling3ProImage2VideoRequest solo = new() { Prompt = "<<<voice_1>>> hums.", StartImageUrl = Stage, VoiceIds = [Narrator] };
        return solo with { VoiceIds = new List<string> { Narrator, Narrator + "b", Narrator + "c", Narrator + "d" } }; // WRONG 65: 4 voices, at most 2
    }

    public static Kling3ProImage2VideoRequest Joined() =>
        Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> whispers.", Stage).WithVoiceIds("a1,b2,c3".Split(',')).Build(); // WRONG 66: 3 voices
}
