using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Formats;

internal static class Texts
{
    public static AcmeAvatarRequest Evening(AcmeAvatarRequest request) => request with { PublishAt = "2026-12-24 18:00:00" }; // WRONG 184: bad date-time format

    public static AcmeAvatarRequest Leap(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        AirDate = "2026-02-29", // WRONG 185: bad date format
    };

    public static SoundBedRequest Premiere(string mood) =>
        SoundBedRequest.CreateBuilder(mood).WithStartsAt("2026-11-28T25:00:00Z").Build(); // WRONG 186: bad date-time format

    public static SoundBedRequest Tonight(string mood, DateTime when) => new()
    {
        Mood = mood,
        StartsAt = when.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), // WRONG 187: bad date-time format
    };

    public static AcmeAvatarRequest Voiced(AcmeAvatarRequest request)
    {
        const string Anna = "{8d3c6b1e-52a7-4c9f-8b0e-1f2a3b4c5d6e}";
        return request with { VoiceId = Anna }; // WRONG 188: bad uuid format
    }

    public static SoundBedRequest NewSession(string mood) => new() { Mood = mood, Session = Guid.NewGuid().ToString("N") }; // WRONG 189: bad uuid format

    public static AcmeAvatarRequest Contacted(string script, Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait)
            .WithContact("Press Office <press@acme.example>") // WRONG 190: bad email format
            .Build();

    public static SoundBedRequest Licensed(string mood) => new()
    {
        LicenseEmail = string.Join('@', "licences", "sound", "example"), // WRONG 191: bad email format
        Mood = mood,
    };

    public static PosterMakerLayer Relative() => new()
    {
        SourceUrl = new Uri("/images/background.png", UriKind.Relative), // WRONG 192: bad uri format
        Label = "Background",
    };

    public static KlingO1ImageToVideoRequest Spaced(string prompt) => new()
    {
        Prompt = prompt,
        StartImageUrl = new Uri("https://example.com/my holiday.jpg"), // WRONG 193: bad uri format
    };
}

internal static class Addresses
{
    private const string Intranet = "https://192.168.178.20/share/";

    public static KlingO3Image2VideoRequest OnDisk(string prompt) => new()
    {
        Prompt = prompt,
        ImageUrl = new Uri("file:///home/anna/Pictures/summit.png"), // WRONG 194: unfetchable file URL
    };

    public static KlingO3Image2VideoRequest OnWindows(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri(@"C:\Users\anna\summit.png") }; // WRONG 195: unfetchable local path

    public static Kling3ProImage2VideoRequest Development(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, new("http://localhost:5000/uploads/1.png")).Build(); // WRONG 196: unfetchable localhost URL

    public static KlingO3Video2VideoEditRequest Staged(string prompt, string name)
    {
        var video = new Uri(Intranet + "raw.mp4");
        Console.WriteLine($"{name} edits {video}.");
        return new() { Prompt = prompt, VideoUrl = video }; // WRONG 197: unfetchable private URL
    }

    public static AcmeAvatarRequest Archive(string script) => new()
    {
        Script = script,
        PortraitUrl = new Uri("ftp://archive.example.com/portraits/42.jpg"), // WRONG 198: unfetchable ftp URL
    };

    public static KlingO3Video2VideoEditRequest Styled(string prompt, Uri video) => new()
    {
        Prompt = prompt,
        VideoUrl = video,
        ImageUrls =
        [
            "https://example.com/styles/ink.png",
            "file:///srv/styles/oil.png", // WRONG 199: unfetchable file URL
        ],
    };

    public static Kling3ProImage2VideoElement Scanned(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = new List<string> { "http://127.0.0.1:8080/left.png" }, // WRONG 200: unfetchable loopback URL
    };

    public static PosterMakerRequest Referenced(PosterMakerRequest poster) => poster with
    {
        ReferenceUrls = KlingList<Uri>.Empty.Add(new Uri("https://10.0.0.7/ref.png")), // WRONG 201: unfetchable private URL
    };

    public static PosterMakerRequest Office(string headline) => PosterMakerRequest.CreateBuilder(headline)
        .AddLayer(new Uri("https://nas.local/posters/base.png")) // WRONG 202: unfetchable local URL
        .Build();

    public static KlingO3Image2VideoRequest Plain(string prompt) => new()
    {
        Prompt = prompt,
        ImageUrl = new Uri("http://example.com/picture.png"), // WRONG 203: plain http suggestion
    };

    public static KlingO1ImageToVideoRequest Desktop(string prompt)
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.Desktop);
        return new() { Prompt = prompt, StartImageUrl = new Uri(Path.Combine(folder, "start.png")) }; // WRONG 204: unfetchable local path
    }

    public static KlingO3Image2VideoRequest Inline(KlingO3Image2VideoRequest request, string name) =>
        request with { EndImageUrl = new Uri($"http://localhost/{name}.png") }; // WRONG 205: unfetchable localhost URL

    public static SoundBedMaster Hook() => new() { NotifyUrls = [new Uri("https://[::1]/done")] }; // WRONG 206: unfetchable loopback URL
}
