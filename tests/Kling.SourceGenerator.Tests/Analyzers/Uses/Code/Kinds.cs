using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;

namespace Uses.Kinds;

internal sealed class Nulls(KlingClient client, Uri image, string text)
{
    private const string? None = null;
    private const string LaterText = "";
    private readonly Kling3ProImage2VideoRequest _kept = new() { Prompt = "x", StartImageUrl = default! }; // KLING209
    private readonly KlingO3Text2VideoRequest _base = new() { Prompt = null! };
    private readonly KlingO3Text2VideoRequest _later = new() { Prompt = null! };

    public KlingO3Text2VideoRequest Complete() => _base with { Prompt = text };

    public Task<KlingResult> A() => client.RunAsync(new KlingO3Text2VideoRequest { Prompt = null! }); // KLING209

    public Task<KlingResult> B() => client.RunAsync(new KlingO3Text2VideoRequest { Prompt = (string)null! }); // KLING209

    public Task<KlingResult> C() => client.RunAsync(new KlingO3Text2VideoRequest { Prompt = default(string)! }); // KLING209

    public Task<KlingResult> D() => client.RunAsync(new KlingO3Text2VideoRequest { Prompt = None! }); // KLING209

    public Task<KlingResult> E()
    {
        string? none = null;
        return client.RunAsync(Complete() with { Prompt = none! }); // KLING209
    }

    public KlingO3Text2VideoRequest F() => KlingO3Text2VideoRequest.CreateBuilder(null!).Build(); // KLING209

    public KlingO3Text2VideoRequest G() => KlingO3Text2VideoRequest.CreateBuilder(prompt: default!).WithPrompt(text).Build();

    public KlingO3Text2VideoRequestBuilder H() => KlingO3Text2VideoRequest.CreateBuilder(null!);

    public KlingO3Text2VideoRequest I() => Filled(new KlingO3Text2VideoRequest { Prompt = null! });

    public Kling3ProImage2VideoRequest J() => new() { Prompt = "x", StartImageUrl = image, NegativePrompt = null!, MultiPrompt = [new() { Prompt = null! }] }; // KLING209

    public Kling3ProImage2VideoRequest K() => Kling3ProImage2VideoRequest.CreateBuilder("x", image).AddMultiPrompt(prompt: null!).Build(); // KLING209

    public async Task L()
    {
        try
        {
            await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = null! });
        }
        catch (KlingValidationException)
        {
        }
    }

    public KlingO3Text2VideoRequest M() => _later with { Prompt = text };

    public KlingO3Text2VideoRequest N() => new() { Prompt = text! };

    public Kling3ProImage2VideoRequest O() => _kept;

    private KlingO3Text2VideoRequest Filled(KlingO3Text2VideoRequest request) => request with { Prompt = text };
}

internal sealed class Copied(KlingClient client, KlingO3Text2VideoRequest request, KlingList<string> list, KlingJsonObject bag, KlingJob job)
{
    public void A() => request.Unset("negative_prompt"); // KLING206

    public KlingO3Text2VideoRequest B(string text)
    {
        request.WithExplicitDefaults(); // KLING206
        list.Add(text); // KLING206
        bag.With("style", text); // KLING206
        bag.Without("style"); // KLING206
        request.AdditionalParameters.With("style", text); // KLING206
        new[] { text }.ToKlingList(); // KLING206
        list.ConvertAll(item => item + "x"); // KLING206
        request.Validate(); // KLING206
        request.ToJson(); // KLING206
        job.ToToken(); // KLING206
        client.EstimateCost(request); // KLING206
        if (text.Length > 3)
            request.Unset("duration"); // KLING206
        foreach (string item in list)
        {
            list.Add(item); // KLING206
        }

        return request;
    }

    public KlingO3Text2VideoRequest C(string text)
    {
        list = list.Add(text);
        bag = bag.With("style", text).Without("look");
        var names = new List<string>();
        names.Add(text);
        list.ToList().ForEach(names.Add);
        var builder = KlingO3Text2VideoRequest.CreateBuilder(text);
        builder.WithNegativePrompt(text);
        builder.AddMultiPrompt(prompt: text);
        _ = request.Validate();
        _ = request with { Prompt = text };
        _ = list.Add(text);
        _ = client.EstimateCost(request);
        try
        {
            request.Unset("duration");
        }
        catch (ArgumentException)
        {
        }

        return request.IsSet("duration") ? request.Unset("duration") : builder.Build();
    }
}

internal static class KeysOf
{
    private static readonly string Colour = "SG_deadbeef0badcafe";
    private static readonly string ApiKey = "SG_deadbeef0bad7afe"; // KLING202

    public static string A(IConfiguration configuration) => configuration["Kling:ApiKey"] ?? "SG_3f9a07c1e58b24d6"; // KLING202

    public static string B(string? key) => string.IsNullOrEmpty(key) ? "SG_3f9a07c1e58b24d6" : key; // KLING202

    public static string C(string[] args) => args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? "SG_3f9a07c1e58b24d6"; // KLING202

    public static KlingClient D() => new("SG_c0ffee12c0ffee34"); // KLING202

    public static KlingClientOptions E(KlingClientOptions options, string? key)
    {
        options.ApiKey = Environment.GetEnvironmentVariable("KEY") ?? "SG_3f9a07c1e58b24d6"; // KLING202
        options.ApiKey = key is null ? "SG_3f9a07c1e58b24d6" : key; // KLING202
        options.ApiKey ??= "SG_c0ffee12beef7a34"; // KLING202
        return options;
    }

    public static void F(HttpRequestMessage message, HttpClient http)
    {
        message.Headers.Add("x-api-key", "SG_c0ffee12c0ffee34"); // KLING202
        message.Headers.TryAddWithoutValidation("X-Api-Key", "SG_c0ffee12c0ffee34"); // KLING202
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "SG_c0ffee12c0ffee34"); // KLING202
        http.DefaultRequestHeaders.Add("Authorization", "Bearer SG_3f9a07c1e58b24d6"); // KLING202
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"api_key=SG_3f9a07c1e58b24d6; lang={message}"); // KLING202
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_c0ffee12c0ffee34"); // KLING202
        Console.WriteLine("order SG_3f9a07c1e58b24d6");
        Console.WriteLine("key: SG_3f9a07c1e58b24d6x");
        Console.WriteLine("A key looks like SG_0123456789abcdef");
        Console.WriteLine(Colour + ApiKey);
    }

    public static IConfiguration G(System.IO.Stream json) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Kling:ApiKey", "SG_c0ffee12c0ffee34")]) // KLING202
        .AddCommandLine(["--Kling:ApiKey=SG_3f9a07c1e58b24d6"]) // KLING202
        .AddJsonStream(json)
        .Build();

    public static string H() => """{ "Kling": { "ApiKey": "SG_3f9a07c1e58b24d6" } }"""; // KLING202

    public static string I(string? order) => order ?? "SG_3f9a07c1e58b24d6";

    public static string J() => "https://example.com/orders/SG_3f9a07c1e58b24d6";

    public static KlingClient K() => new(""); // KLING211

    public static KlingClient L() => new(apiKey: "  "); // KLING211

    public static KlingClient M(string? key) => new(key ?? "");

    public static KlingClientOptions N() => new() { ApiKey = string.Empty }; // KLING211

    public static KlingClientOptions O() => new() { ApiKey = "two words" }; // KLING211

    public static KlingClientOptions P() => new() { ApiKey = null };

    public static KlingClient Q() => new("your-api-key");
}

internal sealed class Addresses(KlingClient client)
{
    public Task<KlingResult> Run(Uri image) => client.RunAsync(new Kling3ProImage2VideoRequest { Prompt = "x", StartImageUrl = image });

    private static Kling3ProImage2VideoRequest Of(string name) => new() { Prompt = name, StartImageUrl = new Uri("https://cdn.example.com/a.png") };

    public Kling3ProImage2VideoRequest A() => Of("a") with { StartImageUrl = new Uri("blob:https://app.example.com/1-2") }; // KLING207

    public Kling3ProImage2VideoRequest B() => Of("b") with { StartImageUrl = new Uri("about:blank") }; // KLING207

    public Kling3ProImage2VideoRequest C() => Of("c") with { StartImageUrl = new Uri("cid:image1@example.com") }; // KLING207

    public Kling3ProImage2VideoRequest D() => Of("d") with { StartImageUrl = new Uri("javascript:void(0)") }; // KLING207

    public Kling3ProImage2VideoRequest E() => Of("e") with { StartImageUrl = new Uri("content:media/3") }; // KLING207

    public Kling3ProImage2VideoRequest F() => Of("f") with { StartImageUrl = new Uri("data:image/png;base64,AAAA") };

    public Kling3ProImage2VideoRequest G() => Of("g") with { StartImageUrl = new UriBuilder("https", "10.1.2.3", 443, "a.png").Uri }; // KLING207

    public Kling3ProImage2VideoRequest H() => Of("h") with { StartImageUrl = new UriBuilder("http://localhost:5000/a.png").Uri }; // KLING207

    public Kling3ProImage2VideoRequest I() => Of("i") with { StartImageUrl = new UriBuilder { Scheme = "https", Host = "192.168.0.4", Path = "a.png" }.Uri }; // KLING207

    public Kling3ProImage2VideoRequest J() => Of("j") with { StartImageUrl = new UriBuilder { Scheme = "https", Host = "cdn.example.com", Path = "a.png" }.Uri };

    public Kling3ProImage2VideoRequest K(string host)
    {
        var builder = new UriBuilder("https://localhost/a.png");
        builder.Host = host;
        return Of("k") with { StartImageUrl = builder.Uri };
    }

    public Kling3ProImage2VideoRequest L(string path)
    {
        var builder = new UriBuilder("https://localhost");
        builder.Path = path;
        return Of("l") with { StartImageUrl = builder.Uri }; // KLING207
    }

    public Kling3ProImage2VideoRequest M(string host) => Of("m") with { StartImageUrl = new UriBuilder("https", host).Uri };

    public Kling3ProImage2VideoRequest N() =>
        Uri.TryCreate("file:///tmp/a.png", UriKind.Absolute, out Uri? url) ? Of("n") with { StartImageUrl = url } : Of("n"); // KLING207

    public Kling3ProImage2VideoRequest O(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? Of("o") with { StartImageUrl = url } : Of("o");

    public Kling3ProImage2VideoRequest P()
    {
        Uri? url;
        return Uri.TryCreate("https://127.0.0.1/a.png", UriKind.Absolute, out url) ? Of("p") with { StartImageUrl = url } : Of("p"); // KLING207
    }

    public Kling3ProImage2VideoRequest Q() => Of("q") with { StartImageUrl = new Uri(new UriBuilder("https", "nas.lan").ToString()) }; // KLING207

    public Kling3ProImage2VideoRequest R() => Of("r") with { StartImageUrl = new Uri(new Uri("http://localhost:5000"), "a.png") }; // KLING207

    public Task<Uri> S() => client.Files.UploadAsync("https://cdn.example.com/a.png"); // KLING211

    public Task<Uri> T(string id) => client.Files.UploadAsync(path: $"https://cdn.example.com/{id}.png"); // KLING211

    public Task<Uri> U(string path) => client.Files.UploadAsync(path, contentType: "png"); // KLING211

    public Task<Uri> V(System.IO.Stream file) => client.Files.UploadAsync(file, "image/png; charset=utf-8"); // KLING211

    public Task<Uri> W(string path) => client.Files.UploadAsync(path, "image/svg+xml");

    public Task<Uri> X() => client.Files.UploadAsync("https.png", System.Net.Mime.MediaTypeNames.Image.Jpeg);

    public Task Y(KlingMedia media) => media.SaveAsync("https://cdn.example.com/a.mp4"); // KLING211

    public Task<KlingJob> Z(JsonElement body) => client.SubmitAsync("https://api.segmind.com/v1/kling-2.1", body); // KLING208

    public Task<KlingJob> Aa(JsonElement body) => client.SubmitAsync("v1/kling-2.1/", body); // KLING208

    public Task<KlingJob> Ab(JsonElement body) => client.SubmitAsync("workflows/my-own", body);

    public bool Ac(Kling3ProImage2VideoRequest request) => request.IsSet("start_image_uri"); // KLING208

    public bool Ad(Kling3ProImage2VideoRequest request) => request.IsSet("start_img_url"); // KLING208

    public bool Ae(Kling3ProImage2VideoRequest request) => request.IsSet("image_url");
}

internal sealed class Waiting(KlingClient client, KlingRun run, IReadOnlyList<IKlingRequest> requests, string path)
{
    public bool A() => run.GetAsyncEnumerator().MoveNextAsync().AsTask().Result; // KLING203

    public bool B() => run.GetAsyncEnumerator().MoveNextAsync().Result; // KLING203

    public bool C()
    {
        IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(CancellationToken.None);
        bool any = outcomes.MoveNextAsync().GetAwaiter().GetResult(); // KLING203
        return any;
    }

    public bool D() => client.RunManyAsync(requests).GetAsyncEnumerator().MoveNextAsync().AsTask().Result; // KLING203

    public void E() => run.GetAsyncEnumerator().DisposeAsync().AsTask().Wait(); // KLING203

    public async Task<bool> F()
    {
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator();
        return await outcomes.MoveNextAsync();
    }

    public async Task G()
    {
        await foreach (KlingOutcome outcome in run)
        {
            Console.WriteLine(outcome);
        }
    }

    public void H(KlingMedia media)
    {
        _ = media.SaveAsync(path); // KLING204
        _ = client.Files.UploadAsync(path); // KLING204
        _ = client.CheckAccessAsync();
        _ = media.SaveAsync(path).ContinueWith(task => Console.WriteLine(task.Exception));
    }

    public Task I(KlingMedia media)
    {
        Task save = media.SaveAsync(path);
        return save;
    }
}

internal static class Grown
{
    public static Kling3ProImage2VideoRequest A(Uri image)
    {
        var duet = new Kling3ProImage2VideoRequest { Prompt = "x", StartImageUrl = image, VoiceIds = ["a", "b"] };
        return duet with { VoiceIds = [.. duet.VoiceIds!, "c"] }; // KLING110
    }

    public static Kling3ProImage2VideoRequest B(Uri image)
    {
        var duet = new Kling3ProImage2VideoRequest { Prompt = "x <<<voice_1>>> <<<voice_2>>>", StartImageUrl = image, VoiceIds = ["a", "b"] };
        var louder = duet with { Prompt = "louder <<<voice_1>>> <<<voice_2>>>" };
        return louder with { VoiceIds = [.. louder.VoiceIds ?? [], "c"] }; // KLING110
    }

    public static Kling3ProImage2VideoRequest C(Uri image)
    {
        var duet = new Kling3ProImage2VideoRequest { Prompt = "x <<<voice_1>>> <<<voice_2>>>", StartImageUrl = image, VoiceIds = ["a", "b"] };
        return duet with { VoiceIds = duet.VoiceIds!.Add("c") }; // KLING110
    }

    public static Kling3ProImage2VideoRequest D(Uri image)
    {
        var solo = new Kling3ProImage2VideoRequest { Prompt = "x <<<voice_1>>>", StartImageUrl = image, VoiceIds = ["a"] };
        return solo with { VoiceIds = [.. solo.VoiceIds!, "c"] };
    }

    public static Kling3ProImage2VideoRequest E(Kling3ProImage2VideoRequest duet) => duet with { VoiceIds = [.. duet.VoiceIds ?? [], "c"] };

    public static Kling3ProImage2VideoRequest F(Uri image)
    {
        var voices = Enumerable.Repeat("a", 3);
        return new() { Prompt = "x", StartImageUrl = image, VoiceIds = voices.ToKlingList() }; // KLING110
    }

    public static Kling3ProImage2VideoRequest G(Uri image)
    {
        IReadOnlyList<string> voices = ["a", "b", "c"];
        return new() { Prompt = "x", StartImageUrl = image, VoiceIds = [.. voices] }; // KLING110 KLING119
    }

    public static Kling3ProImage2VideoRequest H(Uri image, string voice)
    {
        var list = new List<string> { "a", "b", "c" };
        list.Remove(voice);
        IEnumerable<string> voices = list;
        return new() { Prompt = "x", StartImageUrl = image, VoiceIds = [.. voices] };
    }

    public static Kling3ProImage2VideoRequest I(Uri image) => new()
    {
        Prompt = "x <<<voice_1>>> <<<voice_2>>> <<<voice_3>>>",
        StartImageUrl = image,
        VoiceIds =
        [
            "a",
            "b",
            "c", // KLING110
            "d", // KLING119
        ],
    };
}
