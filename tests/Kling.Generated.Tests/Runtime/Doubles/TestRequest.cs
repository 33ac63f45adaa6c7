using System.Text.Json;

namespace Kling.Tests;

/// <summary>A request written by hand, so that these tests need no generated type.</summary>
internal sealed class TestRequest : IKlingRequest
{
    public static KlingModel TestModel { get; } = KlingModel.FromSchema("test-model", """{"type":"object","x-typical-seconds":120,"properties":{"prompt":{"type":"string"}}}""");

    public string Prompt { get; init; } = "a summit";

    public KlingModel Model { get; init; } = TestModel;

    public IReadOnlyList<KlingViolation> Violations { get; init; } = [];

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("prompt", Prompt);
        writer.WriteEndObject();
    }

    public IReadOnlyList<KlingViolation> Validate() => Violations;
}
