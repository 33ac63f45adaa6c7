using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Kling.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Studio.Tests;

/// <summary>The code that the studio shows compiles, and its request is the one of the form.</summary>
public sealed class RequestCodeTests
{
    private const string Usings = "using System; using System.Threading.Tasks;\n";

    [Fact]
    public void The_code_of_every_shipped_model_makes_the_same_request()
    {
        (KlingModel Model, JsonElement Body)[] requests = [.. KlingModels.All.SelectMany(Requests)];
        Assert.True(requests.Length >= 2 * KlingModels.All.Count);
        string[] codes =
        [
            .. requests.SelectMany(static request =>
            {
                WebModel model = new(request.Model);
                return new[] { RequestCode.Initializer(model.Bound!, request.Body), RequestCode.Builder(model.Bound!, request.Body) };
            }),
        ];

        IKlingRequest[] made = Compile(codes);

        Assert.All(made, (request, index) => Assert.True(
            JsonElement.DeepEquals(requests[index / 2].Body, JsonElement.Parse(request.ToJson())),
            $"{codes[index]}\nmakes {request.ToJson()}\ninstead of {requests[index / 2].Body}"));
    }

    /// <summary>The sample, and one with every parameter that the sample of its schema can fill.</summary>
    private static IEnumerable<(KlingModel Model, JsonElement Body)> Requests(KlingModel model)
    {
        JsonElement sample = Kling.Emulator.SampleBody.Of(model);
        yield return (model, sample);
        var full = new System.Text.Json.Nodes.JsonObject { ["not_declared"] = new System.Text.Json.Nodes.JsonArray(1, "two", null) };
        foreach (KlingParameter parameter in model.Parameters)
        {
            JsonElement? value = sample.TryGetProperty(parameter.Name, out JsonElement given) ? given
                : parameter.Default ?? (parameter.AllowedValues.Count > 0 ? parameter.AllowedValues[^1] : null);
            if (value is { } set)
            {
                full[parameter.Name] = System.Text.Json.Nodes.JsonNode.Parse(set.GetRawText());
            }
        }

        JsonElement body = JsonElement.Parse(full.ToJsonString());
        if (model.TryParse(body, out _, out _))
        {
            yield return (model, body);
        }
    }

    /// <summary>Compiles programs as methods of one assembly, and returns their requests.</summary>
    private static IKlingRequest[] Compile(string[] codes)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shown",
            codes.Select(static (code, index) => CSharpSyntaxTree.ParseText(AsMethod(code, index), new CSharpParseOptions(LanguageVersion.CSharp12))),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(static found => found.Severity is DiagnosticSeverity.Error).Select(static found => found.ToString()));
        var context = new AssemblyLoadContext("shown", isCollectible: true);
        image.Position = 0;
        Assembly assembly = context.LoadFromStream(image);
        return [.. codes.Select((_, index) => (IKlingRequest)assembly.GetType($"Shown{index}")!.GetMethod("Request")!.Invoke(null, null)!)];
    }

    /// <summary>The program without its client.</summary>
    private static string AsMethod(string code, int index)
    {
        int start = code.IndexOf("using var client", StringComparison.Ordinal);
        int end = code.IndexOf("KlingResult result =", StringComparison.Ordinal);
        string body = code[start..end];
        return $"{Usings}{code[..start]}public static class Shown{index} {{ public static IKlingRequest Request() {{ {body[body.IndexOf('\n', StringComparison.Ordinal)..]} return request; }} }}";
    }
}
