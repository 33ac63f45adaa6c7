using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Wrong.Urls;

public static class ProductShots
{
    private const string AssetHost = "http://localhost:9000/assets";

    public static KlingO3Image2VideoRequest Spin() => new()
    {
        Prompt = "The shoe turns on a plinth",
        ImageUrl = new Uri("file:///home/mia/renders/shoe.png"), // WRONG 144: file URL
    };

    public static KlingO3Image2VideoRequest Desktop() => new()
    {
        Prompt = "The bottle catches the light",
        ImageUrl = new Uri(@"C:\Users\mia\Desktop\bottle.png"), // WRONG 145: Windows path
    };

    public static KlingO3Image2VideoRequest Share() =>
        KlingO3Image2VideoRequest.CreateBuilder(imageUrl: new Uri(@"\\nas01\renders\lamp.png"), prompt: "The lamp flickers") // WRONG 146: network share
            .Build();

    public static Kling3ProImage2VideoRequest Dev() => new()
    {
        Prompt = "The watch ticks",
        StartImageUrl = new Uri(AssetHost + "/watch.png"), // WRONG 147: localhost
        EndImageUrl = new Uri("https://127.0.0.1/watch-end.png"), // WRONG 148: loopback
    };

    public static KlingO1ImageToVideoRequest Office() => new()
    {
        Prompt = "The chair rolls in",
        StartImageUrl = new Uri("http://192.168.1.40/chair.jpg"), // WRONG 149: private network
    };

    public static Kling1_6Image2VideoRequest Cluster() => new()
    {
        Image = new Uri(uriString: "https://10.0.12.7:8443/media/desk.png"), // WRONG 150: private network
        Prompt = "A desk assembles itself",
    };

    public static Kling2_1Request Docker() => Kling2_1Request.CreateBuilder(new Uri("http://host.docker.internal/mug.png")).Build(); // WRONG 151: only this machine

    public static KlingBloombloomRequest Ftp() => new() { Image = new Uri("ftp://files.flora.example.org/rose.jpg") }; // WRONG 152: ftp

    public static KlingV1ProAiAvatarRequest Avatar(Uri portrait) => new()
    {
        ImageUrl = portrait,
        AudioUrl = new Uri("blob:https://studio.example.com/3d2c1b0a"), // WRONG 153: blob URL
        Prompt = "A calm presenter",
    };

    public static KlingO3Video2VideoEditRequest Bucket() => new()
    {
        Prompt = "Make it snow",
        VideoUrl = new Uri("s3://our-footage/alps.mp4"), // WRONG 154: s3 URL
    };

    public static KlingO3Image2VideoRequest Relative() => new()
    {
        Prompt = "The curtain opens",
        ImageUrl = new Uri("/images/curtain.png", UriKind.Relative), // WRONG 155: relative URL
    };

    public static Kling3StandardImage2VideoRequest Spaces() => new()
    {
        Prompt = "The garden grows",
        StartImageUrl = new Uri("https://cdn.example.com/my garden.png"), // WRONG 156: spaces in the URL
    };

    public static KlingO1Request Moodboard() => new()
    {
        Prompt = "Combine @Image1 and @Image2",
        ImageUrls =
        [
            "https://cdn.example.com/mood-1.png",
            "file:///tmp/mood-2.png", // WRONG 157: file URL in a list
        ],
    };

    public static KlingO1ReferenceImageToVideoRequest Rooms() =>
        KlingO1ReferenceImageToVideoRequest.CreateBuilder(["https://cdn.example.com/room.png"], "Walk through @Image1 and @Image2")
            .AddImageUrl("http://localhost:3000/room-2.png") // WRONG 158: localhost in a list
            .Build();

    public static Kling3ProImage2VideoElement Chair() => new()
    {
        FrontalImageUrl = new Uri("https://cdn.example.com/chair.png"),
        ReferenceImageUrls = ["https://cdn.example.com/chair-left.png", @"D:\shots\chair-right.png"], // WRONG 159: Windows path in a list
    };

    public static Kling2_6StandardMotionControlRequest Dance(Uri dancer)
    {
        Uri motion = new UriBuilder("http", "172.16.4.20", 8080, "dance.mp4").Uri; // WRONG 160: private network
        return new Kling2_6StandardMotionControlRequest { Prompt = "Same dance", ImageUrl = dancer, VideoUrl = motion };
    }

    public static KlingO3Image2VideoRequest Printer() =>
        KlingO3Image2VideoRequest.CreateBuilder(new Uri("https://scanner.local/scan-004.png"), "The sketch comes alive").Build(); // WRONG 161: mDNS name
}
