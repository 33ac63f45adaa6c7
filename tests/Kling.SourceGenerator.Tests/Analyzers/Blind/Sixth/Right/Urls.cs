using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindSix.Right.Urls;

public sealed class FrameSource(KlingClient client)
{
    private const string Bucket = "https://frames.example.net/";
    private static readonly Uri Public = new("https://cdn.example.net/first.png");
    private static readonly Uri Site = new("https://example.org/");

    public KlingO3Image2VideoRequest Simple() => new() { Prompt = "Clouds.", ImageUrl = new Uri("https://cdn.example.net/summit.png") }; // RIGHT 151: a public https URL

    public KlingO3Image2VideoRequest Field() => new() { Prompt = "Clouds.", ImageUrl = Public }; // RIGHT 152: a public https URL

    public Kling1_6Image2VideoRequest Encoded() => new() { Image = new Uri("https://cdn.example.net/my%20frames/a.png") }; // RIGHT 153: the space is encoded

    public Kling1_6Image2VideoRequest Port() => new() { Image = new Uri("https://cdn.example.net:8443/a.png") }; // RIGHT 154: a port is allowed

    public Kling2_1Request NotPrivate() => new() { Image = new Uri("https://172.32.0.9/a.png") }; // RIGHT 155: outside 172.16.0.0/12

    public Kling2_1Request NotPrivateEleven() => new() { Image = new Uri("https://11.0.0.5/a.png") }; // RIGHT 156: outside 10.0.0.0/8

    public KlingBloombloomRequest NotPrivateOther() => new() { Image = new Uri("https://192.169.1.20/a.png") }; // RIGHT 157: outside 192.168.0.0/16

    public KlingBloombloomRequest NameOfHost() => new() { Image = new Uri("https://localhost.example.net/a.png") }; // RIGHT 158: a public name

    public KlingBloombloomRequest NameOfAddress() => new() { Image = new Uri("https://10.0.0.5.example.net/a.png") }; // RIGHT 159: a public name

    public KlingV1ProAiAvatarRequest Query() => new()
    {
        ImageUrl = Public,
        AudioUrl = new Uri("https://cdn.example.net/fetch?source=file:///a.mp3"), // RIGHT 160: the query is only text
    };

    public KlingV1StandardAiAvatarRequest Path() => new()
    {
        ImageUrl = Public,
        AudioUrl = new Uri("https://cdn.example.net/localhost/speech.mp3"), // RIGHT 161: localhost is a folder
    };

    public Kling3ProImage2VideoRequest Given(string address) => new()
    {
        Prompt = "A hill.",
        StartImageUrl = new Uri(address), // RIGHT 162: unknown at compile time
    };

    public Kling3ProImage2VideoRequest Combined(string name) => new()
    {
        Prompt = "A hill.",
        StartImageUrl = new Uri(Bucket + name), // RIGHT 163: a public host and an unknown file
    };

    public async Task<KlingO3Image2VideoRequest> Uploaded() => new()
    {
        Prompt = "Clouds.",
        ImageUrl = await client.Files.UploadAsync(@"C:\frames\summit.png"), // RIGHT 164: the local file is uploaded
    };

    public async Task<Kling2_1Request> UploadedHome() =>
        new() { Image = await client.Files.UploadAsync("/home/ana/first.png", "image/png") }; // RIGHT 165: the local file is uploaded

    public KlingO1Request Images() => new()
    {
        Prompt = "@Image1 and @Image2",
        ImageUrls = ["https://cdn.example.net/a.png", Bucket + "b.png"], // RIGHT 166: public https URLs
    };

    public KlingO1Request Selected(IEnumerable<string> names, string prompt) => new()
    {
        Prompt = prompt,
        ImageUrls = [.. names.Select(name => $"https://cdn.example.net/{name}.png")], // RIGHT 167: public https URLs
    };

    public Kling3ProImage2VideoElement Element() => new()
    {
        FrontalImageUrl = Public,
        ReferenceImageUrls = ["https://cdn.example.net/left.png", "https://cdn.example.net/right.png?width=1024"], // RIGHT 168: public https URLs
    };

    public KlingO1VideoToVideoReferenceRequest Based() => new()
    {
        Prompt = "In winter.",
        VideoUrl = new Uri(Site, "clips/first.mp4"), // RIGHT 169: resolved against a public URL
    };

    public KlingO1VideoToVideoEditRequest Union() => new()
    {
        Prompt = "Replace the man.",
        VideoUrl = "https://cdn.example.net/clip.mp4",
        Elements = KlingList.Create<KlingO1VideoToVideoEditElement>([new() { FrontalImageUrl = "https://cdn.example.net/face.png" }]), // RIGHT 170: a public URL
    };

    public KlingO3Text2VideoRequest Prompt() => new() { Prompt = "A screen that shows file:///C:/secret.txt" }; // RIGHT 171: a prompt is text

    public Task Save(KlingResult result) => result.Video!.SaveAsync(@"C:\videos\lake.mp4"); // RIGHT 172: outputs are saved to local files

    public Process? Open(string folder) => Process.Start(new ProcessStartInfo(new Uri("file:///srv/videos/").LocalPath + folder)); // RIGHT 173: no request

    public KlingClientOptions Emulator() => new() { BaseAddress = new Uri("http://localhost:5080") }; // RIGHT 174: http is allowed for this machine

    public KlingMedia Fake() => KlingFactory.Media(new Uri("https://cdn.example.net/eagle.mp4"), new byte[] { 1, 2, 3 }); // RIGHT 175: a file for a test
}
