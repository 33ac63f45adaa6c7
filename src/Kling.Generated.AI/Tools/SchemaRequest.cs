using System.Text.Json;

namespace Kling;

/// <summary>A request for a model without a generated type. It was validated, as far as it can be.</summary>
internal sealed class SchemaRequest(KlingModel model, JsonElement body) : IKlingRequest
{
    public KlingModel Model => model;

    public void WriteTo(Utf8JsonWriter writer) => body.WriteTo(writer);

    public IReadOnlyList<KlingViolation> Validate() => [];
}
