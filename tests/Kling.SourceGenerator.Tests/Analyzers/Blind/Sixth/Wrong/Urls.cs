using System;
using Kling;
using Kling.Models;

namespace BlindSix.Wrong.Urls;

public sealed class FrameSource
{
    private const string Folder = "file:///srv/frames/";
    private static readonly Uri Local = new("file:///home/ana/first.png");
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    public KlingO3Image2VideoRequest FileUrl() => new() { Prompt = "Clouds.", ImageUrl = new Uri("file:///tmp/summit.png") }; // WRONG 176: a local file

    public KlingO3Image2VideoRequest FileField() => new() { Prompt = "Clouds.", ImageUrl = Local }; // WRONG 177: a local file

    public Kling1_6Image2VideoRequest Windows() => new() { Image = new Uri(@"C:\frames\first.png") }; // WRONG 178: a path on this machine

    public Kling1_6Image2VideoRequest Share() => new() { Image = new Uri(@"\\nas\frames\first.png") }; // WRONG 179: a share in the own network

    public Kling2_1Request Localhost() => new() { Image = new Uri("https://localhost:5001/first.png") }; // WRONG 180: localhost

    public Kling2_1Request Loopback() => Kling2_1Request.CreateBuilder(new Uri("https://127.0.0.1/first.png")).Build(); // WRONG 181: this machine

    public KlingBloombloomRequest Private() => new() { Image = new Uri("https://192.168.1.20/flower.png") }; // WRONG 182: a private network

    public KlingBloombloomRequest PrivateTen() => new() { Image = new Uri(uriString: "https://10.0.0.5:8443/flower.png") }; // WRONG 183: a private network

    public KlingV1ProAiAvatarRequest Audio() => new()
    {
        ImageUrl = Face,
        AudioUrl = new Uri("https://172.16.4.4/speech.mp3"), // WRONG 184: a private network
    };

    public KlingV1StandardAiAvatarRequest Ftp() => new()
    {
        ImageUrl = Face,
        AudioUrl = new Uri("ftp://files.example.net/speech.mp3"), // WRONG 185: the scheme ftp
    };

    public Kling3ProImage2VideoRequest End(Kling3ProImage2VideoRequest first) =>
        first with { EndImageUrl = new Uri("https://[::1]/end.png") }; // WRONG 186: this machine

    public Kling3ProImage2VideoRequest Start() =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt: "A hill.", startImageUrl: new Uri("file:///C:/hill.png")).Build(); // WRONG 187: a local file

    public Kling3ProImage2VideoElement Frontal() => new() { FrontalImageUrl = new Uri("https://169.254.10.1/face.png") }; // WRONG 188: a link-local address

    public Kling3ProImage2VideoElement References() => new()
    {
        FrontalImageUrl = Face,
        ReferenceImageUrls =
        [
            "https://cdn.example.net/left.png",
            "file:///srv/faces/right.png", // WRONG 189: a local file
        ],
    };

    public KlingO1Request Images() => new()
    {
        ImageUrls = [@"D:\posters\a.png"], // WRONG 190: a path on this machine
        Prompt = "@Image1 as an oil painting",
    };

    public KlingO1Request Built() => KlingO1Request.CreateBuilder(["https://cdn.example.net/a.png"], "@Image1 and @Image2")
        .AddImageUrl("https://localhost/b.png") // WRONG 191: localhost
        .Build();

    public KlingO1ReferenceImageToVideoRequest Folded() => new()
    {
        Prompt = "@Image1 turns.",
        ImageUrls = [Folder + "a.png"], // WRONG 192: a local file
    };

    public KlingO1VideoToVideoReferenceRequest Relative() => new()
    {
        Prompt = "The same in winter.",
        VideoUrl = new Uri("clips/first.mp4", UriKind.Relative), // WRONG 193: a relative URL
    };

    public KlingO1ImageToVideoRequest Spread()
    {
        var start = new Uri("/frames/start.png", UriKind.Relative);
        return new KlingO1ImageToVideoRequest { Prompt = "A door opens.", StartImageUrl = start }; // WRONG 194: a relative URL
    }

    public KlingO3Video2VideoEditRequest Inner() => new()
    {
        Prompt = "Add @Image1 and @Image2.",
        VideoUrl = new Uri("https://cdn.example.net/clip.mp4"),
        ImageUrls =
        [
            .. new[]
            {
                "https://cdn.example.net/sky.png",
                "https://192.168.0.7/sky.png", // WRONG 195: a private network
            },
        ],
    };

    public Kling2_5TurboRequest Text() => new() { Prompt = "A race.", ImageUrl = "https://localhost:7071/car.png" }; // WRONG 196: localhost

    public KlingO1VideoToVideoEditRequest Union() => new()
    {
        Prompt = "Replace the man.",
        VideoUrl = "https://cdn.example.net/clip.mp4",
        Elements = KlingList.Create<KlingO1VideoToVideoEditElement>(
        [
            new() { FrontalImageUrl = "file:///srv/face.png" }, // WRONG 197: a local file
        ]),
    };

    public KlingO1VideoToVideoEditRequest Video() => new()
    {
        Prompt = "In winter.",
        VideoUrl = "file:///srv/clip.mp4", // WRONG 198: a local file
    };

    public Kling2_6StandardMotionControlRequest Motion() => Kling2_6StandardMotionControlRequest.CreateBuilder("She dances.")
        .WithImageUrl(Face)
        .WithVideoUrl(new Uri("file://server/share/dance.mp4")) // WRONG 199: the scheme file
        .Build();

    public Kling3Image2ImageRequest Http() => new() { Prompt = "In oil.", ImageUrl = new Uri("http://192.168.178.2/a.png") }; // WRONG 200: a private network
}
