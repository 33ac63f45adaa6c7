using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling;

/// <summary>
/// The parameters of one job. Pass it to <see cref="KlingClient"/>. The request types that are generated from schema files implement this
/// interface.
/// </summary>
/// <remarks>
/// System.Text.Json can also write a value of this interface type: alone, in a list or as a property. It cannot read one, because JSON does
/// not name the model: use <see cref="KlingModel.TryParse"/>, or deserialize to the request type.
/// </remarks>
[JsonConverter(typeof(KlingRequestJsonConverter))]
public interface IKlingRequest
{
    /// <summary>The model that the request is for.</summary>
    KlingModel Model { get; }

    /// <summary>
    /// Writes the request as one JSON object: the parameters that were assigned, in the order of the schema, then the
    /// additional ones. Parameters that were not assigned are not written; the server uses its defaults for them.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);

    /// <summary>Returns the compact JSON that is sent.</summary>
    string ToJson() => CompilerServices.KlingWrite.ToJson(WriteTo);

    /// <summary>Validates the request against its schema. Nothing is sent.</summary>
    /// <returns>Every violation, in the order of the schema; empty if there is none.</returns>
    IReadOnlyList<KlingViolation> Validate();
}
