using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class AdditionalParameterTests
{
    [Theory]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject { [[|"steps"|]] = 3, ["camera"] = "dolly" } };""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject { { [|"steps"|], 3 } } };""")]
    [InlineData("""_ = request with { AdditionalParameters = KlingJsonObject.Empty.With("camera", 1).With([|"steps"|], 3) };""")]
    [InlineData("""_ = request with { AdditionalParameters = request.AdditionalParameters.With([|nameof(steps)|], 3) };""")]
    [InlineData("""builder.WithAdditionalParameter([|"steps"|], 3);""")]
    [InlineData("""const string key = "ste"; builder.WithAdditionalParameter([|key + "ps"|], 3);""")]
    [InlineData("""_ = new AcmeClipElement { AdditionalParameters = new JsonObject { [[|"link"|]] = "x" } };""")]
    [InlineData("""JsonObject extra = new() { [[|"steps"|]] = 3 }; _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject { ["camera"] = 3 }; extra[[|"steps"|]] = 3; _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject(); extra.Add([|"steps"|], 3); if (extra.Count > 0) { _ = request with { AdditionalParameters = extra }; }""")]
    [InlineData("""var extra = KlingJsonObject.Empty.With([|"steps"|], 3); _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject { ["camera"] = 1, [[|"steps"|]] = 3 }; return request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject(); extra[[|"steps"|]] = 3; return new AcmeClipRequest { Prompt = "x", AdditionalParameters = extra };""")]
    [InlineData("""var extra = new Dictionary<string, JsonNode?> { [[|"steps"|]] = 3 }; _ = request with { AdditionalParameters = new JsonObject(extra) };""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject(new Dictionary<string, JsonNode?> { [[|"steps"|]] = 3 }) };""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject([new([|"steps"|], 3), new("camera", 1)]) };""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject(new[] { KeyValuePair.Create([|"steps"|], (JsonNode?)3) }) };""")]
    [InlineData("""_ = request with { AdditionalParameters = KlingJsonObject.Empty.With(value: 3, name: [|"steps"|]) };""")]
    [InlineData("""_ = request with { AdditionalParameters = KlingJsonObject.From(new Dictionary<string, System.Text.Json.JsonElement> { [[|"steps"|]] = default }) };""")]
    public async Task A_key_that_is_a_declared_parameter_is_reported(string statement)
    {
        Diagnostic diagnostic = Assert.Single(await Verify("KLING114", statement));
        Assert.Contains(diagnostic.Properties["Nearest"], (string[])["Steps", "Link"]);
    }

    [Theory]
    [InlineData("""builder.WithAdditionalParameter([|"Steps"|], 3);""")]
    [InlineData("""builder.WithAdditionalParameter([|"firstFrame"|], 3);""")]
    [InlineData("""_ = request with { AdditionalParameters = new JsonObject { [[|"elments"|]] = 3 } };""")]
    [InlineData("""_ = request with { AdditionalParameters = flag ? new JsonObject { [[|"promt"|]] = 3 } : null };""")]
    public async Task A_key_that_is_a_misspelled_parameter_is_reported(string statement) => Assert.Single(await Verify("KLING115", statement));

    [Theory]
    [InlineData("Bag")]
    [InlineData("Program.Bag")]
    public async Task A_key_in_a_member_is_reported_there_once(string use) => Assert.Single(await AnalyzerHarness.Verify("KLING114", $$"""
        internal static class Program
        {
            internal static readonly KlingJsonObject Bag = KlingJsonObject.Empty.With([|"tags"|], 3);
            internal static AcmeClipRequest[] Run(AcmeClipRequest request) => [request with { AdditionalParameters = {{use}} }, request with { AdditionalParameters = {{use}} }];
            internal static AcmeClipElement Other() => new() { AdditionalParameters = {{use}} };
        }
        """));

    [Theory]
    [InlineData("""builder.WithAdditionalParameter("camera", 3).WithAdditionalParameter("cod", 1).WithAdditionalParameter(unknown, 1);""")]
    [InlineData("""_ = new AcmeClipElement { AdditionalParameters = new JsonObject { ["prompt"] = "x" } };""")]
    [InlineData("""_ = request with { AdditionalParameters = bag };""")]
    [InlineData("""var extra = new JsonObject { ["steps"] = 3 }; extra.Remove("steps"); _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject { ["steps"] = 3 }; Change(extra); _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject { ["steps"] = 3 }; extra = new JsonObject(); _ = request with { AdditionalParameters = extra };""")]
    [InlineData("""var extra = new JsonObject(); _ = request with { AdditionalParameters = extra }; extra["steps"] = 3;""")]
    [InlineData("""var extra = new JsonObject { ["camera"] = 3 }; Change(extra); _ = request;""")]
    [InlineData("""_ = request with { AdditionalParameters = Changing };""")]
    [InlineData("""_ = request with { AdditionalParameters = KlingJsonObject.Empty.With("steps", 3).Without("steps") };""")]
    [InlineData("""_ = request with { AdditionalParameters = Loop };""")]
    public async Task Any_other_key_is_not_reported(string statement) => Assert.Empty(await Verify("KLING114", statement));

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statement) => AnalyzerHarness.Verify(id, $$"""
        internal static class Program
        {
            private static readonly JsonObject Extra = new() { ["steps"] = 3 };
            internal static readonly KlingJsonObject Fixed = KlingJsonObject.Empty.With("steps", 3);
            private static readonly JsonObject Changing = new() { ["steps"] = 3 };
            private static readonly KlingJsonObject Loop = Loop.With("camera", 3);
            private static void Change(JsonObject bag) => bag.Remove("steps");
            private static void Use() => Changing.Remove("steps");
            internal static object Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, KlingJsonObject bag, bool flag, string unknown, int steps)
            {
                {{statement}}
                return (request, builder, bag, flag, unknown, steps);
            }
        }
        """);
}
