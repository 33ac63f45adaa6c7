using System.Text.Json;

namespace Kling;

/// <summary>A request from the database. It was validated when it was enqueued.</summary>
internal sealed class StoredRequest(KlingModel model, JsonElement body) : IKlingRequest
{
    public KlingModel Model => model;

    public void WriteTo(Utf8JsonWriter writer) => body.WriteTo(writer);

    public IReadOnlyList<KlingViolation> Validate() => [];
}
