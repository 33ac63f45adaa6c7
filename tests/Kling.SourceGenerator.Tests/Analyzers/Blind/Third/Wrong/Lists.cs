using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Wrong.Lists;

public static class Voices
{
    private static readonly string[] Choir = ["v-soprano", "v-alto", "v-tenor"];

    public static Kling3ProImage2VideoRequest Trio(Uri stage) => new()
    {
        Prompt = "Three singers share a microphone",
        StartImageUrl = stage,
        VoiceIds = ["v-anna", "v-ben", "v-carl"], // WRONG 1: 3 voices, 2 allowed
    };

    public static Kling3ProImage2VideoRequest FromArray(Uri stage) => new()
    {
        Prompt = "A choir rehearses",
        StartImageUrl = stage,
        VoiceIds = Choir, // WRONG 2: static array of 3
    };

    public static Kling3ProImage2VideoRequest Buffer(Uri stage)
    {
        return Kling3ProImage2VideoRequest.CreateBuilder("A quartet plays", stage)
            .WithVoiceIds(new string[4]) // WRONG 3: array of 4
            .Build();
    }

    public static Kling3ProImage2VideoRequest Copied(Uri stage) => new()
    {
        Prompt = "A panel discussion",
        StartImageUrl = stage,
        VoiceIds = new List<string>(["v-host", "v-guest", "v-caller"]), // WRONG 4: list of 3
    };

    public static Kling3ProImage2VideoRequest Stepwise(Uri stage)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("A radio play", stage);
        builder.AddVoiceId("v-narrator");
        builder.AddVoiceId("v-detective");
        builder.AddVoiceId("v-butler"); // WRONG 5: third voice
        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Chained(Uri stage) =>
        Kling3ProImage2VideoRequest.CreateBuilder("An argument over dinner", stage)
            .AddVoiceId("v-mother")
            .AddVoiceId("v-father")
            .AddVoiceId("v-son") // WRONG 6: third voice
            .Build();

    public static Kling3ProImage2VideoRequest Grown(Uri stage)
    {
        var duet = new Kling3ProImage2VideoRequest
        {
            Prompt = "A duet",
            StartImageUrl = stage,
            VoiceIds = ["v-one", "v-two"],
        };
        return duet with { VoiceIds = [.. duet.VoiceIds!, "v-three"] }; // WRONG 7: spread of 2 plus 1
    }

    public static Kling3ProImage2VideoRequest Added(Uri stage) => new()
    {
        Prompt = "A tour group",
        StartImageUrl = stage,
        VoiceIds = KlingList<string>.Empty.Add("v-guide").Add("v-child").Add("v-tourist"), // WRONG 8: three added
    };

    public static Kling3ProImage2VideoRequest Created(Uri stage) =>
        new()
        {
            Prompt = "A choir of monks",
            StartImageUrl = stage,
            VoiceIds = KlingList.Create<string>(["v-abbot", "v-brother", "v-novice"]), // WRONG 9: three items
        };
}

public sealed class ShotList
{
    private const string Establishing = "Slow aerial approach over the harbour at first light: container cranes stand like herons above the grey water, gulls circle a trawler, steam lifts from the roofs of the old fish market, and one by one the windows of the customs house catch the sun while the camera sinks towards the quay. Slow aerial approach over the harbour at first light: container cranes stand like herons above the grey water, gulls circle a trawler, steam lifts from the roofs of the old fish market, and one by one the windows of the customs house catch the sun while the camera sinks towards the quay. Slow aerial approach over the harbour at first light: container cranes stand like herons above the grey water, gulls circle a trawler, steam lifts from the roofs of the old fish market, and one by one the windows of the customs house catch the sun while the camera sinks towards the quay.";

    private static Kling3StandardText2VideoMultiPromptItem Cut(string what) => new() { Prompt = what, Duration = "3" };

    public Kling3StandardText2VideoRequest SixShots() => new()
    {
        Prompt = "A day at the harbour",
        MultiPrompt = [Cut("Dawn over the cranes"), Cut("Ropes are thrown"), Cut("A forklift turns"), Cut("Lunch"), Cut("The ferry leaves"), Cut("Night")], // WRONG 10: six shots, five allowed
    };

    public Kling3ProImage2VideoRequest Loop(Uri start)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("A countdown", start);
        builder.AddMultiPrompt("Five").AddMultiPrompt("Four").AddMultiPrompt("Three");
        builder.AddMultiPrompt("Two").AddMultiPrompt("One");
        builder.AddMultiPrompt("Liftoff", duration: "8"); // WRONG 11: sixth shot
        return builder.Build();
    }

    public Kling3StandardText2VideoRequest Long() => new()
    {
        Prompt = "The harbour in fog",
        MultiPrompt = [new() { Prompt = Establishing }], // WRONG 12: more than 512 characters
    };

    public Kling3StandardText2VideoRequest Titled(string title) =>
        Kling3StandardText2VideoRequest.CreateBuilder("The harbour in fog")
            .AddMultiPrompt($"{title}: {Establishing}") // WRONG 13: constant part beyond 512
            .Build();

    public Kling3StandardText2VideoRequest Padded() => new()
    {
        Prompt = "A placeholder",
        MultiPrompt = [new Kling3StandardText2VideoMultiPromptItem { Prompt = new string('.', 513) }], // WRONG 14: 513 characters
    };

    public Kling3ProImage2VideoRequest Joined(Uri start)
    {
        const string Ending = ", in one continuous take";
        return Kling3ProImage2VideoRequest.CreateBuilder("A chase", start)
            .AddMultiPrompt(prompt: string.Concat(Establishing, Ending), duration: "5") // WRONG 15: more than 512
            .Build();
    }

    public Kling3StandardText2VideoMultiPromptItem Shot(string mood)
    {
        string text = Establishing + " Mood: " + mood;
        return new Kling3StandardText2VideoMultiPromptItem { Prompt = text }; // WRONG 16: constant part beyond 512
    }

    public Kling3ProImage2VideoMultiPromptItem Repaired(Kling3ProImage2VideoMultiPromptItem shot) =>
        shot with { Prompt = string.Join(' ', Establishing, "Cut.") }; // WRONG 17: more than 512
}

public static class Cast
{
    public static Kling3ProImage2VideoRequest Four(Uri set, Uri a, Uri b, Uri c, Uri d) => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 wait for the last guest",
        StartImageUrl = set,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = c }, new() { FrontalImageUrl = d }], // WRONG 18: four elements, three allowed
    };

    public static Kling3StandardImage2VideoRequest Family(Uri set, Uri[] faces)
    {
        var builder = Kling3StandardImage2VideoRequest.CreateBuilder("@Element1 and @Element2 cook for @Element3", set);
        builder.AddElement(frontalImageUrl: faces[0]);
        builder.AddElement(frontalImageUrl: faces[1]);
        builder.AddElement(frontalImageUrl: faces[2]);
        builder.AddElement(frontalImageUrl: faces[3]); // WRONG 19: fourth element
        return builder.Build();
    }

    public static Kling3Text2ImageRequest Portrait() => new()
    {
        Prompt = "(element1) in oil",
        Elements =
        [
            new Kling3Text2ImageElement
            {
                FrontalImageUrl = new Uri("https://cdn.gallery.org/sitter/front.jpg"),
                ReferenceImageUrls = ["https://cdn.gallery.org/1.jpg", "https://cdn.gallery.org/2.jpg", "https://cdn.gallery.org/3.jpg", "https://cdn.gallery.org/4.jpg"], // WRONG 20: four references, three allowed
            },
        ],
    };

    public static KlingO3Video2VideoEditRequest Swap(Uri footage, Uri face, string[] extra) =>
        KlingO3Video2VideoEditRequest.CreateBuilder(prompt: "Replace the actor with @Element1", videoUrl: footage)
            .AddElement(face, referenceImageUrls: ["https://a.example.com/1.png", "https://a.example.com/2.png", "https://a.example.com/3.png", .. extra, "https://a.example.com/4.png"]) // WRONG 21: at least four references
            .Build();

    public static Kling3ProImage2VideoRequest Immutable(Uri set)
    {
        ImmutableArray<string> ids = ["v1", "v2", "v3"];
        return new Kling3ProImage2VideoRequest
        {
            Prompt = "Three friends laugh",
            StartImageUrl = set,
            VoiceIds = ids, // WRONG 22: three ids
        };
    }

    public static Kling3Text2ImageRequest Crowd() => new()
    {
        Prompt = "A street market",
        Elements = new Kling3Text2ImageElement[11], // WRONG 23: eleven elements, ten allowed
    };

    public static KlingO3Video2VideoReferenceRequest Extras(Uri footage)
    {
        var extras = Enumerable.Repeat(new KlingO3Video2VideoReferenceElement { FrontalImageUrl = new Uri("https://a.example.com/x.png") }, 12);
        return new KlingO3Video2VideoReferenceRequest
        {
            Prompt = "A crowd around @Element1",
            VideoUrl = footage,
            Elements = extras.ToKlingList(), // WRONG 24: twelve elements, ten allowed
        };
    }
}
