using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindWrong.Urls;

public static class UrlRequests
{
    private const string Host = "http://localhost:8080";
    private static readonly Uri Local = new("file:///srv/media/hill.png"); // WRONG 155: file: URL (static readonly field)
    private static readonly Uri Good = new("https://cdn.acme-studio.com/stills/hill.png");

    public static KlingO3Image2VideoRequest FromDisk(string prompt) => new() { Prompt = prompt, ImageUrl = Local };

    public static KlingO3Image2VideoRequest Windows(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri(@"C:\media\hill.png") }; // WRONG 156: Windows path

    public static KlingO3Image2VideoRequest Linux(string prompt) => new()
    {
        Prompt = prompt,
        ImageUrl = new Uri("/home/anna/pictures/hill.png"), // WRONG 157: Linux path
    };

    public static Kling3ProImage2VideoRequest Dev(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, new Uri("http://localhost:5000/uploads/hill.png")).Build(); // WRONG 158: localhost (builder)

    public static Kling3ProImage2VideoRequest DevConst(string prompt) => new() { Prompt = prompt, StartImageUrl = new Uri(Host + "/hill.png") }; // WRONG 159: localhost (const concatenation)

    public static KlingV1ProAiAvatarRequest Lan() => new()
    {
        ImageUrl = Good,
        AudioUrl = new Uri("https://192.168.1.20/voice/anna.mp3"), // WRONG 160: private network 192.168
    };

    public static KlingV1StandardAiAvatarRequest Vpn() =>
        KlingV1StandardAiAvatarRequest.CreateBuilder(imageUrl: new Uri("https://10.20.0.7/anna.png"), audioUrl: new("https://cdn.acme-studio.com/anna.mp3")).Build(); // WRONG 161: private network 10 (named arguments)

    public static KlingO3Video2VideoEditRequest Docker(string prompt) => new() { Prompt = prompt, VideoUrl = new Uri(uriString: "https://172.16.4.9/clip.mp4", uriKind: UriKind.Absolute) }; // WRONG 162: private network 172.16 (named argument of Uri)

    public static KlingO3Video2VideoEditRequest Interpolated(string prompt, string name) => new()
    {
        Prompt = prompt,
        VideoUrl = new Uri($"http://localhost/clips/{name}.mp4"), // WRONG 163: localhost (interpolated)
    };

    public static KlingO1VideoToVideoEditRequest Text(string prompt) => new() { Prompt = prompt, VideoUrl = "/var/media/clip.mp4" }; // WRONG 164: Linux path as text

    public static Kling2_5TurboRequest Turbo(string prompt) => Kling2_5TurboRequest.CreateBuilder(prompt).WithImageUrl("C:/media/frame.png").Build(); // WRONG 165: Windows path as text (builder)

    public static KlingO1Request Collage(string prompt) => new()
    {
        Prompt = prompt,
        ImageUrls =
        [
            "https://cdn.acme-studio.com/a.png",
            "file:///tmp/b.png", // WRONG 166: file: URL in a list
        ],
    };

    public static Kling3ProImage2VideoElement Cast() => new() { FrontalImageUrl = Good, ReferenceImageUrls = ["http://192.168.0.4/side.png"] }; // WRONG 167: private network in a list

    public static KlingO3Video2VideoReferenceRequest Guide(string prompt, Uri video) =>
        KlingO3Video2VideoReferenceRequest.CreateBuilder(prompt, video)
            .AddImageUrl(@"D:\art\guide.png") // WRONG 168: Windows path in a list (builder)
            .Build();

    public static KlingO1ReferenceImageToVideoRequest Union(string prompt) => new()
    {
        Prompt = prompt,
        ImageUrls = ["https://cdn.acme-studio.com/a.png"],
        Elements = KlingList.Create<KlingO1ReferenceImageToVideoElement>([new() { FrontalImageUrl = "file:///home/anna/face.png" }]), // WRONG 169: file: URL inside a union
    };

    public static Kling1_6Image2VideoRequest Ftp() => new() { Image = new Uri("ftp://files.acme-studio.com/hill.png") }; // WRONG 170: scheme ftp

    public static KlingO3Image2VideoRequest Uploaded(KlingO3Image2VideoRequest request) => request with { EndImageUrl = new Uri("file://nas/share/end.png") }; // WRONG 171: file: URL (with)

    public static Kling2_6StandardMotionControlRequest Motion(string prompt)
    {
        Uri video = new("https://[::1]/dance.mp4");
        return new() { Prompt = prompt, ImageUrl = Good, VideoUrl = video }; // WRONG 172: loopback IPv6 (local)
    }

    public static Kling3Image2ImageRequest Plain(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri("hill.png", UriKind.Relative) }; // WRONG 173: relative URL

    public static Kling2_1Request Spaces() => new() { Prompt = "A hill.", Image = new Uri("https://cdn.acme-studio.com/my hill.png") }; // WRONG 174: space in a URL
}
