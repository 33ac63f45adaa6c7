using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

var key = Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? "SG_7be1c04d92f8a635"; // KLING202
using var client = new KlingClient(key);
var still = new Uri("https://cdn.example.com/dock.png");

if (args is ["submit", ..])
{
    await client.SubmitAsync(new Kling1_6Text2VideoRequest { Prompt = "Fog over a harbour" }); // KLING201
    return 0;
}

var scale = 0.25 * 6;
var harbour = new Kling1_6Image2VideoRequest
{
    Image = still,
    CfgScale = scale, // KLING102
    Prompt = "Boats",
};
Console.WriteLine(harbour.ToJson());

Kling3ProImage2VideoRequest scene = new()
{
    Prompt = "@Element1 walks along the pier.", // KLING112
    StartImageUrl = still,
};
var job = await client.SubmitAsync(scene);
Console.WriteLine(job.RequestId);

var later = client.GetJob(job.RequestId); // KLING210
Console.WriteLine(later.Status);

foreach (var file in Directory.GetFiles("in", "*.png"))
{
    using var own = new KlingClient(key); // KLING213
    var url = await own.Files.UploadAsync(file);
    var result = await own.RunAsync(new KlingO3Image2VideoRequest { Prompt = Path.GetFileName(file), ImageUrl = url });
    await result.Video!.SaveAsync(Path.ChangeExtension(file, ".mp4"));
}

client.RunManyAsync([scene, harbour]); // KLING205
KlingResult first = client.RunAsync(harbour).GetAwaiter().GetResult(); // KLING203
Console.WriteLine(first.Video?.Url);
first.Video!.SaveAsync("boats.mp4"); // KLING204
var options = new KlingRunOptions { MaxInFlight = args.Length - args.Length }; 
Console.WriteLine(options);
Send(client, harbour);
return 1;

static void Send(KlingClient client, IKlingRequest request) => client.SubmitAsync(request); // KLING201
