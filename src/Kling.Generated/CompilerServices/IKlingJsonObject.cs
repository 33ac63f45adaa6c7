using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kling;

/// <summary>
/// A record that reads and writes itself as a JSON object, without reflection. Generated request types and the records
/// nested in them implement it.
/// </summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IKlingJsonObject<TSelf>
    where TSelf : class, IKlingJsonObject<TSelf>
{
    /// <summary>
    /// Reads and validates at once. "This JSON is valid" means that there is no violation.
    /// </summary>
    /// <param name="json">The JSON value to read.</param>
    /// <param name="value">The record, or <see langword="null"/> if there is any violation.</param>
    /// <param name="violations">Every violation, each with its location in <paramref name="json"/>; empty if there is none.</param>
    /// <returns>Whether <paramref name="json"/> is valid.</returns>
    static abstract bool TryParse(JsonElement json, [NotNullWhen(true)] out TSelf? value, out IReadOnlyList<KlingViolation> violations);

    /// <summary>Writes the record as one JSON object.</summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);
}
