using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;

namespace BlindFive.Right.Addresses;

/// <summary>Inputs that a server can fetch, although they look odd.</summary>
public sealed class PublicInputs(IConfiguration configuration)
{
    private const string Cdn = "https://cdn.public.example";
    private readonly Uri _base = new(Cdn + "/assets/"); // RIGHT 1

    public Kling1_6Image2VideoRequest Escaped() => new() { Image = new Uri("https://cdn.public.example/my%20cat.png") }; // RIGHT 2

    public Kling1_6Image2VideoRequest Combined() => new() { Image = new Uri(_base, "cats/2.png") }; // RIGHT 3

    public Kling2_1Request HostName() => new() { Image = new Uri("https://localhost.public.example/a.png") }; // RIGHT 4

    public Kling2_1Request PublicAddress() => new() { Image = new Uri("https://172.32.5.9/a.png") }; // RIGHT 5

    public KlingBloombloomRequest NextToPrivate() => new() { Image = new Uri("https://192.169.1.20/roses.png") }; // RIGHT 6

    public KlingBloombloomRequest Eleven() => new() { Image = new Uri(uriString: "https://11.0.0.1:8443/roses.png") }; // RIGHT 7

    public KlingO3Image2VideoRequest Query() => new()
    {
        Prompt = "A door.",
        ImageUrl = new Uri("https://cdn.public.example/render?source=file%3A%2F%2F%2Fdoor.png&width=720"), // RIGHT 8
        EndImageUrl = new Uri("https://cdn.public.example/C/images/door.png"), // RIGHT 9
    };

    public KlingO3Image2VideoRequest Punycode() =>
        new() { Prompt = "A bridge.", ImageUrl = new Uri("https://xn--brcke-lva.example/br%C3%BCcke.png") }; // RIGHT 10

    public KlingO1ImageToVideoRequest AbsoluteUri() =>
        new() { Prompt = "A portrait.", StartImageUrl = new Uri(new Uri("https://cdn.public.example/portraits/my photo.png").AbsoluteUri) }; // RIGHT 11

    public Kling3Image2ImageRequest UpperCase() => new() { Prompt = "Add snow.", ImageUrl = new Uri("HTTPS://CDN.PUBLIC.EXAMPLE/A.PNG") }; // RIGHT 12

    public Kling3ProImage2VideoRequest Configured() =>
        new() { Prompt = "A logo.", StartImageUrl = new Uri(configuration["Inputs:Logo"]!) }; // RIGHT 13

    public KlingV2ProAvatarRequest Avatar() => new()
    {
        ImageUrl = Cdn + "/faces/localhost.jpg", // RIGHT 14
        AudioUrl = $"{Cdn}/speech/{DateTime.UtcNow:yyyyMMdd}.mp3", // RIGHT 15
    };

    public Kling2_5TurboRequest NoImage() => new() { Prompt = "A race.", ImageUrl = null }; // RIGHT 16

    public KlingO1Request Signed() => new()
    {
        Prompt = "Frame @Image1.",
        ImageUrls = ["https://bucket.s3.eu-central-1.amazonaws.com/a.png?X-Amz-Expires=3600&X-Amz-Signature=9f3c"], // RIGHT 17
    };

    public KlingV1ProAiAvatarRequest Both(Uri face, FileInfo sound) => new() { ImageUrl = face, AudioUrl = new Uri($"{Cdn}/{Uri.EscapeDataString(sound.Name)}") }; // RIGHT 18

    public KlingO3Video2VideoEditElement NoFront(IEnumerable<string> views) => new() { ReferenceImageUrls = views.Take(3).ToKlingList() }; // RIGHT 19
}

/// <summary>Local files, uploaded first.</summary>
public sealed class UploadedInputs(KlingClient client)
{
    public async Task<KlingO3Image2VideoRequest> FromDriveAsync(CancellationToken token)
    {
        Uri uploaded = await client.Files.UploadAsync(@"C:\Users\mara\Pictures\cliff.png", cancellationToken: token); // RIGHT 20
        return new() { Prompt = "The sea.", ImageUrl = uploaded };
    }

    public async Task<KlingV2StandardAvatarRequest> FromStreamAsync(MemoryStream sound, Uri face)
    {
        Uri speech = await client.Files.UploadAsync(sound, "audio/mpeg"); // RIGHT 21
        return new() { ImageUrl = face.AbsoluteUri, AudioUrl = speech.OriginalString };
    }

    public async Task<KlingO1Request> AllAsync(IEnumerable<string> paths)
    {
        Uri[] urls = await Task.WhenAll(paths.Select(path => client.Files.UploadAsync(path))); // RIGHT 22
        return new() { Prompt = "A collage.", ImageUrls = urls.Select(url => url.AbsoluteUri).ToKlingList() };
    }
}
