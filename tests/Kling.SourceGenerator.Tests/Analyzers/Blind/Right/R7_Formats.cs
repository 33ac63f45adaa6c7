using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Formats;

internal static class Texts
{
    public static AcmeAvatarRequest Evening(AcmeAvatarRequest request) => request with { PublishAt = "2026-12-24t18:00:00.5+05:30" }; // RIGHT 212

    public static AcmeAvatarRequest Leap(AcmeAvatarRequest request) => request with { AirDate = "2028-02-29" }; // RIGHT 213

    public static SoundBedRequest Second(string mood) => SoundBedRequest.CreateBuilder(mood).WithStartsAt("2016-12-31T23:59:60Z").Build(); // RIGHT 214

    public static SoundBedRequest Tonight(string mood, DateTimeOffset when) => new()
    {
        Mood = mood,
        StartsAt = when.ToString("O", CultureInfo.InvariantCulture), // RIGHT 215
    };

    public static AcmeAvatarRequest Dated(string script, Uri portrait, DateOnly day) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        AirDate = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), // RIGHT 216
    };

    public static AcmeAvatarRequest Voiced(AcmeAvatarRequest request)
    {
        const string Anna = "8D3C6B1E-52A7-4C9F-8B0E-1F2A3B4C5D6E";
        return request with { VoiceId = Anna }; // RIGHT 217
    }

    public static SoundBedRequest NewSession(string mood) => new() { Mood = mood, Session = Guid.NewGuid().ToString() }; // RIGHT 218

    public static SoundBedRequest NoSession(string mood) => SoundBedRequest.CreateBuilder(mood).WithSession(Guid.Empty.ToString("D")).Build(); // RIGHT 219

    public static AcmeAvatarRequest Contacted(AcmeAvatarRequest request) => request with { Contact = "\"press office\"@acme.example" }; // RIGHT 220

    public static SoundBedRequest Licensed(string mood, string user) => new() { Mood = mood, LicenseEmail = $"{user}+music@example.org" }; // RIGHT 221
}

internal static class Addresses
{
    private const string Storage = "https://cdn.example.com/";

    public static KlingO3Image2VideoRequest Hosted(string prompt) => new() { Prompt = prompt, ImageUrl = new Uri("https://example.com/my%20holiday.jpg") }; // RIGHT 222

    public static async Task<KlingO3Image2VideoRequest> OnDisk(KlingClient client, string prompt) => new()
    {
        Prompt = prompt,
        ImageUrl = await client.Files.UploadAsync("/home/anna/Pictures/summit.png"), // RIGHT 223
    };

    public static async Task<KlingO1ImageToVideoRequest> OnWindows(KlingClient client, string prompt)
    {
        Uri start = await client.Files.UploadAsync(@"C:\Users\anna\summit.png", contentType: "image/png"); // RIGHT 224
        return new() { Prompt = prompt, StartImageUrl = start };
    }

    public static Kling3ProImage2VideoRequest Public(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, new("https://localhost.example.com/uploads/1.png")).Build(); // RIGHT 225

    public static KlingO3Video2VideoEditRequest Outside(string prompt) => new() { Prompt = prompt, VideoUrl = new Uri("https://172.32.0.1/raw.mp4") }; // RIGHT 226

    public static KlingO3Video2VideoEditRequest Styled(string prompt, Uri video) => new()
    {
        Prompt = prompt,
        VideoUrl = video,
        ImageUrls = [Storage + "styles/ink.png", $"{Storage}styles/oil.png"], // RIGHT 227
    };

    public static KlingO3Text2VideoRequest Mentioned() => new() { Prompt = @"A screen shows http://localhost and C:\temp\a.png." }; // RIGHT 228

    public static PosterMakerLayer Labelled(Uri picture) => new() { SourceUrl = picture, Label = "file:///not/an/address" }; // RIGHT 229

    public static Uri Local(string path) => new("file:///" + path); // RIGHT 230

    public static KlingO3Image2VideoRequest Configured(string prompt, string host, string name) => new()
    {
        Prompt = prompt,
        ImageUrl = new Uri($"https://{host}/images/{Uri.EscapeDataString(name)}"), // RIGHT 231
    };

    public static PosterMakerRequest Referenced(PosterMakerRequest poster, IEnumerable<string> names) => poster with
    {
        ReferenceUrls = names.Select(name => new Uri(new Uri(Storage), name)).ToKlingList(), // RIGHT 232
    };

    public static KlingO3Video2VideoEditRequest Chained(string prompt, KlingResult earlier) =>
        KlingO3Video2VideoEditRequest.CreateBuilder(prompt, earlier.Video!.Url).WithKeepAudio(true).Build(); // RIGHT 233

    public static Kling3ProImage2VideoElement Ported(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = ["https://example.com:8443/left.png", "https://93.184.216.34/right.png"], // RIGHT 234
    };

    public static async Task<string> Health() => await new System.Net.Http.HttpClient().GetStringAsync(new Uri("http://localhost:5000/health")); // RIGHT 235
}
