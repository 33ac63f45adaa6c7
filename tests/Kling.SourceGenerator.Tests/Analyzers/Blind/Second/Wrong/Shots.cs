using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindWrong.Shots;

public sealed class ShotPlanner
{
    private const string Boilerplate = "Cinematic lighting, shallow depth of field, 35 mm film grain, slow dolly towards the subject, muted teal and orange palette, soft volumetric haze, no visible text. ";
    private const string Quadruple = Boilerplate + Boilerplate + Boilerplate + Boilerplate;
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/lighthouse.png");

    public Kling3ProImage2VideoMultiPromptItem Filler() => new() { Prompt = new string('x', 513) }; // WRONG 108: text too long (new string)

    public Kling3ProImage2VideoMultiPromptItem Quad() => new() { Prompt = Quadruple, Duration = "5" }; // WRONG 109: text too long (const concatenation)

    public Kling3StandardText2VideoMultiPromptItem Interpolated(string subject) => new() { Prompt = $"{subject}. {Boilerplate}{Boilerplate}{Boilerplate}{Boilerplate}" }; // WRONG 110: text too long (interpolated, lower bound)

    public Kling3StandardText2VideoRequest Concatenated(string prompt)
    {
        var shot = new Kling3StandardText2VideoMultiPromptItem
        {
            Duration = "5",
            Prompt = string.Concat(Boilerplate, Boilerplate, Boilerplate, Boilerplate), // WRONG 111: text too long (string.Concat)
        };
        return new() { Prompt = prompt, MultiPrompt = [shot] };
    }

    public Kling3ProImage2VideoMultiPromptItem Longer(Kling3ProImage2VideoMultiPromptItem shot) => shot with { Prompt = Quadruple }; // WRONG 112: text too long (with)

    public Kling3ProImage2VideoRequest FourFaces(string prompt, Uri a, Uri b) => new()
    {
        Prompt = prompt + " @Element1 @Element2 @Element3",
        StartImageUrl = Still,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }], // WRONG 113: too many items (collection expression)
    };

    public Kling3ProImage2VideoElement Actor(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = new[] { "https://cdn.acme-studio.com/a1.png", "https://cdn.acme-studio.com/a2.png", "https://cdn.acme-studio.com/a3.png", "https://cdn.acme-studio.com/a4.png" }, // WRONG 114: too many items (array)
    };

    public Kling3ProImage2VideoRequest Voices(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still)
            .WithVoiceIds(new List<string>(["anna", "bert", "cleo"])) // WRONG 115: too many items (new List from collection)
            .Build();

    public Kling3ProImage2VideoRequest MoreVoices(Kling3ProImage2VideoRequest request) =>
        request with { VoiceIds = KlingList<string>.Empty.Add("anna").Add("bert").Add("cleo") }; // WRONG 116: too many items (Empty.Add chain)

    public Kling3ProImage2VideoRequest Typed(Kling3ProImage2VideoRequest request) =>
        request with { VoiceIds = new[] { "v1", "v2", "v3" }.ToKlingList() }; // WRONG 117: too many items (ToKlingList)

    public Kling3ProImage2VideoRequest Sized(Kling3ProImage2VideoRequest request) =>
        request with { MultiPrompt = new Kling3ProImage2VideoMultiPromptItem[6] }; // WRONG 118: too many items (new T[n])

    public Kling3StandardImage2VideoElement Extra(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = ["https://cdn.acme-studio.com/b1.png", .. new[] { "https://cdn.acme-studio.com/b2.png", "https://cdn.acme-studio.com/b3.png", "https://cdn.acme-studio.com/b4.png" }], // WRONG 119: too many items (spread inner array)
    };

    public Kling3ProImage2VideoRequest SixShots(string prompt)
    {
        Kling3ProImage2VideoMultiPromptItem shot = new() { Prompt = "The camera turns." };
        return new Kling3ProImage2VideoRequest { Prompt = prompt, StartImageUrl = Still, MultiPrompt = [shot, shot, shot, shot, shot, shot] }; // WRONG 120: too many items (same local)
    }

    public Kling3StandardText2VideoRequest ChainedShots(string prompt) =>
        Kling3StandardText2VideoRequest.CreateBuilder(prompt)
            .AddMultiPrompt("One.").AddMultiPrompt("Two.").AddMultiPrompt("Three.").AddMultiPrompt("Four.").AddMultiPrompt("Five.").AddMultiPrompt("Six.") // WRONG 121: too many items (builder chain)
            .Build();

    public Kling3ProImage2VideoRequest Statements(string prompt)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still);
        builder.AddVoiceId("anna");
        builder.AddVoiceId("bert");
        builder.AddVoiceId("cleo"); // WRONG 122: too many items (builder over statements)
        return builder.Build();
    }

    public Kling3StandardImage2VideoRequest Cast(string prompt, Uri a, Uri b, Uri c, Uri d)
    {
        var builder = Kling3StandardImage2VideoRequest.CreateBuilder(prompt + " @Element1, @Element2, @Element3.", Still);
        builder = builder.AddElement(a);
        builder = builder.AddElement(b);
        builder = builder.AddElement(c);
        builder = builder.AddElement(d); // WRONG 123: too many items (builder reassigned)
        return builder.Build();
    }

    public Kling3ProImage2VideoElement Repeated(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = Enumerable.Repeat("https://cdn.acme-studio.com/c.png", 4).ToArray(), // WRONG 124: too many items (Enumerable.Repeat)
    };

    public Kling3Image2ImageRequest Restyle(Uri image, Uri face) =>
        Kling3Image2ImageRequest.CreateBuilder(prompt: "Watercolour of the same person.", imageUrl: image)
            .AddElement(referenceImageUrls: ["https://cdn.acme-studio.com/e1.png", "https://cdn.acme-studio.com/e2.png", "https://cdn.acme-studio.com/e3.png", "https://cdn.acme-studio.com/e4.png"], frontalImageUrl: face) // WRONG 125: too many items (named, reordered argument)
            .Build();

    public Kling3ProImage2VideoRequest Created(Kling3ProImage2VideoRequest request) =>
        request with { VoiceIds = KlingList.Create<string>(["anna", "bert", "cleo"]) }; // WRONG 126: too many items (KlingList.Create)
}
