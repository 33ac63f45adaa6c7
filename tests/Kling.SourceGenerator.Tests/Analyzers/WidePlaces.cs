namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>Rules that look at more than one value, or at values that are no parameter's: each has places of its own.</summary>
internal static class WidePlaces
{
    private const string Key = "\"SG_3f9a07c1e58b24d6\"";

    public static IReadOnlyList<ConstraintCase> Cases { get; } =
    [
        new("KLING112", "Prompt", "string", "", "\"@Element2\"", "\"@Element1\"")
        {
            Places =
            [
                new("object initializer", "_ = new AcmeClipRequest { Elements = [new()], Prompt = VALUE };"),
                new("`with`", "_ = request with { Elements = [new()], Prompt = VALUE };"),
                new("first argument of a chain", "AcmeClipRequest.CreateBuilder(VALUE).AddElement(steps: 3).Build();"),
                new("the same, named", "AcmeClipRequest.CreateBuilder(prompt: VALUE).AddElement(steps: 3).Build();"),
                new("step of a chain", "builder.WithElements([new()]).WithPrompt(VALUE).Build();"),
            ],
        },
        new("KLING113", "LastFrame", "string", "", "\"b\"", "\"b\"")
        {
            Places =
            [
                new("object initializer", "_ = new AcmeClipRequest { Prompt = \"x\", [|LastFrame|] = VALUE };")
                {
                    Right = "_ = new AcmeClipRequest { Prompt = \"x\", FirstFrame = \"a\", LastFrame = VALUE };",
                    TakesAny = true,
                },
                new("`new()` of a known type", "AcmeClipRequest made = new() { Prompt = \"x\", [|LastFrame|] = VALUE }; System.Console.WriteLine(client.SubmitAsync(made));")
                {
                    Right = "AcmeClipRequest made = new() { Prompt = \"x\", LastFrame = VALUE, FirstFrame = \"a\" }; System.Console.WriteLine(client.SubmitAsync(made));",
                    TakesAny = true,
                },
                new("chain", "AcmeClipRequest.CreateBuilder(\"x\").[|WithLastFrame|](VALUE).Build();")
                {
                    Right = "AcmeClipRequest.CreateBuilder(\"x\").WithLastFrame(VALUE).WithFirstFrame(\"a\").Build();",
                    TakesAny = true,
                },
                new("chain, named argument", "AcmeClipRequest.CreateBuilder(\"x\").[|WithLastFrame|](value: VALUE).Build();")
                {
                    Right = "builder.WithLastFrame(value: VALUE).Build();",
                    TakesAny = true,
                },
            ],
        },
        new("KLING114", "AdditionalParameters", "string", "", "\"steps\"", "\"camera\"") { Places = Keys },
        new("KLING115", "AdditionalParameters", "string", "", "\"promt\"", "\"camera\"") { Places = Keys },
        new("KLING116", "Style", "string", "", "\"acme-old\"", "\"acme-clip\"")
        {
            Places =
            [
                new("slug", "System.Console.WriteLine(client.SubmitAsync(VALUE, default(System.Text.Json.JsonElement)));"),
                new("slug, named argument", "System.Console.WriteLine(client.SubmitAsync(body: default(System.Text.Json.JsonElement), slug: VALUE));"),
                new("deprecated argument", "builder.AddElement(3, null, [|VALUE|]);") { Right = "builder.AddElement(3, null);", TakesAny = true },
                new("the same, named", "builder.AddElement([|style: VALUE|]);") { Right = "builder.AddElement(steps: 3);", TakesAny = true },
            ],
        },
        new("KLING202", "ApiKey", "string", "", Key, "\"mine\"")
        {
            Places =
            [
                new("constructor argument", "_ = new KlingClient(VALUE);"),
                new("the same, named", "_ = new KlingClient(options: null, apiKey: VALUE);"),
                new("object initializer", "_ = new KlingClientOptions { ApiKey = VALUE };"),
                new("assignment", "new KlingClientOptions().ApiKey = VALUE;"),
                new("`??=`", "new KlingClientOptions().ApiKey ??= VALUE;"),
            ],
        },
    ];

    private static IReadOnlyList<ValuePlace> Keys =>
    [
        new("`[key]` of a `JsonObject`", "_ = request with { AdditionalParameters = new JsonObject { [VALUE] = 3 } };"),
        new("pair of a `JsonObject`", "_ = request with { AdditionalParameters = new JsonObject { { VALUE, 3 } } };"),
        new("`With` of a bag", "_ = request with { AdditionalParameters = KlingJsonObject.Empty.With(VALUE, 3) };"),
        new("builder argument", "builder.WithAdditionalParameter(VALUE, 3);"),
        new("the same, named", "builder.WithAdditionalParameter(value: 3, name: VALUE);"),
    ];
}
