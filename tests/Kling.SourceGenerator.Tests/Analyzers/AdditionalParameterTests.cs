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
    public async Task A_key_that_misspells_one_is_reported(string statement) => Assert.Single(await Verify("KLING115", statement));

    [Theory]
    [InlineData("""builder.WithAdditionalParameter("camera", 3).WithAdditionalParameter("cod", 1).WithAdditionalParameter(unknown, 1);""")]
    [InlineData("""_ = new AcmeClipElement { AdditionalParameters = new JsonObject { ["prompt"] = "x" } };""")]
    [InlineData("""_ = request with { AdditionalParameters = bag };""")]
    public async Task Any_other_key_is_not(string statement) => Assert.Empty(await Verify("KLING114", statement));

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string statement) => AnalyzerHarness.Verify(id, $$"""
        internal static class Program
        {
            internal static void Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, KlingJsonObject bag, bool flag, string unknown, int steps)
            {
                {{statement}}
            }
        }
        """);
}
