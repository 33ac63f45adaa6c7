using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>A request whose type is not known at compile time is the same JSON.</summary>
public sealed partial class RequestInterfaceTests
{
    private static readonly KlingO3Text2VideoRequest Request = new() { Prompt = "A summit.", CfgScale = 0.5 };

    private static readonly string Json = Request.ToJson();

    [Fact]
    public void A_request_is_serialized_as_its_own_JSON_in_any_position()
    {
        IKlingRequest request = Request;
        List<IKlingRequest> list = [request];

        Assert.Equal(Json, request.ToJson());
        Assert.Equal(Json, JsonSerializer.Serialize(request));
        Assert.Equal(Json, JsonSerializer.Serialize<object>(request));
        Assert.Equal($"[{Json}]", JsonSerializer.Serialize(list));
        Assert.Equal($"[{Json}]", JsonSerializer.Serialize<IEnumerable<IKlingRequest>>(list));
        Assert.Equal($"{{\"a\":{Json}}}", JsonSerializer.Serialize(new Dictionary<string, IKlingRequest> { ["a"] = request }));
        Assert.Equal($"{{\"Request\":{Json},\"Next\":null}}", JsonSerializer.Serialize(new Draft(request, null)));
        Assert.Equal("null", JsonSerializer.Serialize<IKlingRequest?>(null));
    }

    [Fact]
    public void A_source_generated_context_writes_a_request()
    {
        Assert.Equal(Json, JsonSerializer.Serialize(Request, DraftContext.Default.IKlingRequest));
        Assert.Equal($"[{Json}]", JsonSerializer.Serialize([Request], DraftContext.Default.ListIKlingRequest));
        Assert.Equal($"{{\"Request\":{Json},\"Next\":{Json}}}", JsonSerializer.Serialize(new Draft(Request, Request), DraftContext.Default.Draft));
    }

    [Fact]
    public void The_resolver_of_the_models_writes_a_request_without_reflection()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = KlingModels.JsonTypeInfoResolver };

        Assert.Equal(Json, JsonSerializer.Serialize(Request, (JsonTypeInfo<IKlingRequest>)options.GetTypeInfo(typeof(IKlingRequest))));
    }

    [Fact]
    public void A_handwritten_request_has_ToJson()
    {
        IKlingRequest request = new TestRequest { Prompt = "A hill." };

        Assert.Equal("""{"prompt":"A hill."}""", request.ToJson());
        Assert.Equal(request.ToJson(), JsonSerializer.Serialize(request));
    }

    [Theory]
    [InlineData(typeof(IKlingRequest), "{}")]
    [InlineData(typeof(List<IKlingRequest>), "[{}]")]
    [InlineData(typeof(Draft), """{"Request":{}}""")]
    public void A_request_interface_cannot_be_deserialized(Type type, string json)
    {
        string message = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize(json, type)).Message;

        Assert.Contains("does not say which model it is for", message, StringComparison.Ordinal);
        Assert.Contains("KlingModel.TryParse", message, StringComparison.Ordinal);
    }

    internal sealed record Draft(IKlingRequest Request, IKlingRequest? Next);

    [JsonSerializable(typeof(Draft))]
    [JsonSerializable(typeof(List<IKlingRequest>))]
    private sealed partial class DraftContext : JsonSerializerContext;
}
