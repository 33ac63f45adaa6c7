using System.Text.Json;
using System.Text.Json.Nodes;
using Acme.Models;
using Kling;

namespace Acme;

// One mistake per rule. The comment before the place names the rule; the place begins right behind it.
internal static class Program
{
    public static async Task Main()
    {
        using var client = new KlingClient(/*KLING202*/"SG_3f9a07c1e58b24d6");
        AcmeSceneRequest scene = new()
        {
            Prompt = "A harbour at dawn",
            Steps = /*KLING101*/0,
            Beat = /*KLING103*/0.3,
            Code = /*KLING106*/"ABC",
            Style = /*KLING104*/"a",
            Cover = /*KLING107*/new Uri("cover.png", UriKind.Relative),
            Length = /*KLING108*/(AcmeSceneLength)7,
            Images = /*KLING110*/["a", "b", "c"],
            Frames = /*KLING109*/[1],
            Tags = ["sea", /*KLING111*/"sea"],
        };
        scene = scene with { Cover = /*KLING207*/new Uri("file:///cover.png") };
        scene = scene with { Steps = /*KLING102*/51, Beat = /*KLING118*/double.NaN, Prompt = /*KLING105*/"A harbour at dawn, seen from the lighthouse" };
        AcmeSceneRequest second = new()
        {
            Prompt = /*KLING112*/"As in @Image2",
            Images = ["a"],
            /*KLING113*/MaskStrength = 0.5,
            AdditionalParameters = new JsonObject { [/*KLING114*/"cover"] = "https://example.com/a.png", [/*KLING115*/"stlye"] = "noir" },
        };
        Console.WriteLine((await client.RunAsync(second)).RequestId);
        KlingJob old = await client.SubmitAsync(/*KLING116*/"acme-old", JsonDocument.Parse("{}").RootElement);
        Console.WriteLine(old.RequestId);
        await /*KLING201*/client.SubmitAsync(scene);
        KlingResult result = /*KLING203*/client.RunAsync(scene).Result;
        Console.WriteLine(result.RequestId);
        _ = /*KLING204*/client.RunAsync(scene);
        /*KLING205*/client.RunManyAsync([scene]);
        scene = scene.Unset(/*KLING208*/"stlye");
        scene = scene.Unset(/*KLING209*/"prompt");
        Console.WriteLine(client.GetJob(/*KLING210*/old.RequestId).Slug);
        Console.WriteLine(new KlingRunOptions { MaxInFlight = /*KLING211*/0 });
        using var http = new System.Net.Http.HttpClient { Timeout = /*KLING212*/TimeSpan.FromSeconds(5) };
        using var patient = new KlingClient(http);
        while (Console.KeyAvailable)
        {
            Console.WriteLine(await /*KLING213*/new KlingClient().RunAsync(scene));
        }

        Console.WriteLine(new /*KLING120*/AcmeGoneRequest { Prompt = "A harbour" });
        Console.WriteLine(await RunAsync());

        Task<KlingResult> RunAsync()
        {
            using var own = new KlingClient();
            return /*KLING214*/own.RunAsync(scene);
        }
    }
}
