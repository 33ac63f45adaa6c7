using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace Uses.Bodies;

internal sealed class Bodies(KlingClient client, string text, Uri image)
{
    public KlingO3Text2VideoRequest A() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "duration": "5" }""")!; // KLING209

    public KlingO3Text2VideoRequest B() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("{\"prompt\": \"x\", \"duration\": \"77\"}")!; // KLING108

    public KlingO3Text2VideoRequest C() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "cfg_scale": 9 }""")!; // KLING102

    public KlingO3Text2VideoRequest D() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "aspct_ratio": "1:1" }""")!; // KLING115

    public KlingO3Text2VideoRequest E()
    {
        const string json = """{ "cfg_scale": 0.5 }""";
        return JsonSerializer.Deserialize<KlingO3Text2VideoRequest>(json)!; // KLING209
    }

    public Kling3ProImage2VideoRequest G() =>
        JsonSerializer.Deserialize<Kling3ProImage2VideoRequest>("""{ "prompt": "x", "start_image_url": "file:///tmp/a.png", "multi_prompt": [{ "duration": "5" }] }""")!; // KLING207 KLING209

    public Kling3ProImage2VideoRequest H() => JsonSerializer.Deserialize<Kling3ProImage2VideoRequest>(json: """{ "start_image_url": "https://cdn.example.com/a.png" }""")!; // KLING209

    public KlingO3Text2VideoRequest I() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "duration": "5", "style": "noir" }""")!;

    public KlingO3Text2VideoRequest J() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>(text)!;

    public Dictionary<string, string> K() => JsonSerializer.Deserialize<Dictionary<string, string>>("""{ "duration": "5" }""")!;

    public KlingO3Text2VideoRequest L() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("not json")!;

    public async Task M()
    {
        using JsonDocument body = JsonDocument.Parse("""{ "duration": "10" }""");
        KlingJob job = await client.SubmitAsync("kling-o3-text2video", body.RootElement); // KLING209
        Console.WriteLine(job.ToToken());
    }

    public Task<KlingJob> N() => client.SubmitAsync("kling-o3-text2video", JsonDocument.Parse("""{ "prompt": "x", "durration": "10" }""").RootElement); // KLING115

    public Task<KlingJob> O() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.Deserialize<JsonElement>("""{ "duration": "10" }""")); // KLING209

    public Task<KlingJob> P() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.Deserialize<JsonElement>("""{ "prompt": "x", "duration": "20" }"""));

    public Task<KlingJob> Q() => client.SubmitAsync("kling-o4-text2video", JsonSerializer.Deserialize<JsonElement>("""{ "duration": "10" }"""));

    public Task<KlingJob> R() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.Deserialize<JsonElement>(text));

    public async Task S()
    {
        try
        {
            JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "duration": "5" }""");
        }
        catch (JsonException)
        {
        }

        await Task.Yield();
    }

    public KlingO3Text2VideoRequest T() => new() { Prompt = "x", AdditionalParameters = JsonNode.Parse("""{ "aspect_ratoi": "1:1" }""")!.AsObject() }; // KLING115

    public KlingO3Text2VideoRequest U() => new() { Prompt = "x", AdditionalParameters = (JsonObject)JsonNode.Parse("{ \"prompt\": \"y\" }")! }; // KLING114

    public KlingO3Text2VideoRequest V() => new() { Prompt = "x", AdditionalParameters = JsonNode.Parse("""{ "style": "noir" }""")!.AsObject() };

    public KlingO3Text2VideoRequest W() => new() { Prompt = "x", AdditionalParameters = JsonSerializer.Deserialize<JsonObject>("""{ "negativ_prompt": "rain" }""") }; // KLING115

    public Kling3ProImage2VideoRequest Y() => JsonSerializer.Deserialize<Kling3ProImage2VideoRequest>("""{ "prompt": "x", "start_image_url": "https://cdn.example.com/a.png", "voice_ids": ["a", "b", "c"] }""")!; // KLING110

    public Uri Z() => image;
}
