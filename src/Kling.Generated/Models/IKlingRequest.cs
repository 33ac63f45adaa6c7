using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling;

/// <summary>
/// The parameters of one job: what <see cref="KlingClient"/> submits. Request types are generated from schema files;
/// the interface is what the client needs of them.
/// </summary>
/// <remarks>
/// System.Text.Json writes a request as its own JSON under this interface too: alone, in a list, as a property. It cannot read one without
/// the model: use <see cref="KlingModel.TryParse"/>, or deserialize to the request type.
/// </remarks>
[JsonConverter(typeof(KlingRequestJsonConverter))]
public interface IKlingRequest
{
    /// <summary>The model that the request is for.</summary>
    KlingModel Model { get; }

    /// <summary>
    /// Writes the request as one JSON object: the parameters that were assigned, in the order of the schema, then the
    /// additional ones. Parameters that were never assigned are left out; their defaults are the server's.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);

    /// <summary>The compact JSON: what is sent.</summary>
    string ToJson() => CompilerServices.KlingWrite.ToJson(WriteTo);

    /// <summary>Holds the request against the constraints of its schema. Nothing is sent.</summary>
    /// <returns>Every violation, in the order of the schema; empty if there is none.</returns>
    IReadOnlyList<KlingViolation> Validate();
}
