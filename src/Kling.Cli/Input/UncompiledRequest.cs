using System.Text.Json;

namespace Kling.Cli;

/// <summary>A valid request for a model that has no type of its own, because it is not compiled in.</summary>
internal sealed class UncompiledRequest(KlingModel model, JsonElement body) : IKlingRequest
{
    public KlingModel Model => model;

    public void WriteTo(Utf8JsonWriter writer) => body.WriteTo(writer);

    // It was validated with the schema.
    public IReadOnlyList<KlingViolation> Validate() => [];
}
