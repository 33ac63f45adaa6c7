using System.Text.Json;
using Kling.Models;

namespace Kling.Studio.Tests;

/// <summary>The code that the studio shows compiles, and its request is the one of the form.</summary>
public sealed class RequestCodeTests
{
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

        IKlingRequest[] made = ShownCode.Compile(codes);

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
}
