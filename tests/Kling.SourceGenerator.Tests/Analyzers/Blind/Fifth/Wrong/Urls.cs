using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFive.Wrong.Urls;

/// <summary>A desktop tool that was written against local files first.</summary>
public sealed class DesktopInputs
{
    private const string Host = "http://localhost:8080";
    private const string DriveC = @"C:\Users\mara\Pictures\cliff.png";
    private static readonly Uri Cliff = new("https://media.desktop.example/cliff.png");

    public Kling1_6Image2VideoRequest LocalFile() => new()
    {
        Image = new Uri("file:///home/mara/cliff.png"), // WRONG 180: a local file
        Prompt = "The sea below the cliff.",
    };

    public Kling2_1Request WindowsPath() => new() { Image = new Uri(DriveC) }; // WRONG 181: a Windows path

    public KlingBloombloomRequest LocalServer() => new() { Image = new Uri(Host + "/roses.png") }; // WRONG 182: localhost is not reachable

    public KlingO3Image2VideoRequest PrivateNetwork() => new()
    {
        Prompt = "The door opens.",
        ImageUrl = new Uri("https://192.168.1.20/frames/door.png"), // WRONG 183: private network
    };

    public KlingO3Image2VideoRequest LastFrame() => new()
    {
        Prompt = "The door closes.",
        ImageUrl = Cliff,
        EndImageUrl = new Uri(uriString: "https://10.0.4.17/door-closed.png", uriKind: UriKind.Absolute), // WRONG 184: private network
    };

    public KlingO1ImageToVideoRequest Loopback() => KlingO1ImageToVideoRequest
        .CreateBuilder("The boat sinks.", Cliff)
        .WithEndImageUrl(new Uri("https://127.0.0.1:7001/end.png")) // WRONG 185: loopback address
        .Build();

    public Kling3Image2ImageRequest Relative() => new()
    {
        ImageUrl = new Uri("uploads/portrait.png", UriKind.Relative), // WRONG 186: format uri is absolute
        Prompt = "Add snow.",
    };

    public Kling3Image2ImageRequest Spaces() => new()
    {
        ImageUrl = new Uri("https://media.desktop.example/my portrait.png"), // WRONG 187: unescaped space
        Prompt = "Add rain.",
    };

    public Kling3ProImage2VideoRequest Umlaut() => new()
    {
        Prompt = "The bridge sways.",
        StartImageUrl = new Uri("https://media.desktop.example/brücke.png"), // WRONG 188: ü must be percent-encoded
    };

    public Kling3StandardImage2VideoRequest Bucket() => new()
    {
        Prompt = "The bridge burns.",
        StartImageUrl = new Uri("s3://desktop-media/bridge.png"), // WRONG 189: only http(s) can be downloaded
    };

    public Kling3StandardImage2VideoRequest EndOf() =>
        Kling3StandardImage2VideoRequest.CreateBuilder("Dusk.", Cliff).WithEndImageUrl(new("file:///C:/temp/dusk.png")).Build(); // WRONG 190: a local file

    public KlingV1StandardAiAvatarRequest Avatar() => new()
    {
        ImageUrl = Cliff,
        AudioUrl = new Uri("file://fileserver/speech/welcome.mp3"), // WRONG 191: a file share
    };

    public KlingV2ProAvatarRequest AvatarByText() => new()
    {
        ImageUrl = "https://media.desktop.example/face.jpg",
        AudioUrl = "speech/welcome.mp3", // WRONG 192: not a URL
    };

    public KlingV2StandardAvatarRequest AvatarByPath() => KlingV2StandardAvatarRequest
        .CreateBuilder()
        .WithImageUrl(@"D:\faces\host.jpg") // WRONG 193: a Windows path
        .WithAudioUrl("https://media.desktop.example/host.mp3")
        .Build();

    public Kling2_5TurboRequest Turbo() => new() { Prompt = "A race.", ImageUrl = "/var/www/uploads/race.png" }; // WRONG 194: a local path

    public Kling2Request StartImage() => new() { Prompt = "A race.", StartImage = "https://localhost/race.png" }; // WRONG 195: localhost

    public Kling2_6ProMotionControlRequest Motion() => new()
    {
        Prompt = "She dances.",
        ImageUrl = "https://media.desktop.example/dancer.png",
        VideoUrl = "file:///srv/motion/dance.mp4", // WRONG 196: a local file
    };

    public KlingO1Request Sources() => new()
    {
        Prompt = "Merge @Image1 and @Image2.",
        ImageUrls =
        [
            "https://media.desktop.example/one.png",
            @"C:\images\two.png", // WRONG 197: a Windows path
        ],
    };

    public KlingO1VideoToVideoEditRequest Edit() => KlingO1VideoToVideoEditRequest
        .CreateBuilder(prompt: "Make it winter.", videoUrl: "https://media.desktop.example/park.mp4")
        .AddImageUrl("http://172.16.3.4/snow.png") // WRONG 198: private network
        .Build();

    public KlingO3Video2VideoEditElement Element() => new()
    {
        FrontalImageUrl = Cliff,
        ReferenceImageUrls = ["https://media.desktop.example/left.png", "./right.png"], // WRONG 199: second item is a relative path
    };

    public KlingO1ReferenceImageToVideoRequest Elements() => new()
    {
        Prompt = "@Image1 comes alive.",
        ImageUrls = ["https://media.desktop.example/statue.png"],
        Elements = (KlingList<KlingO1ReferenceImageToVideoElement>)[new() { FrontalImageUrl = "file:///tmp/statue.png" }], // WRONG 200: a local file
    };
}
