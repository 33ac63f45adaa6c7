using System.Text.Json;

namespace Kling.Emulator;

/// <summary>Judges JSON by a schema, as a server would.</summary>
public sealed class SchemaJudge
{
    private readonly string _schema;

    /// <summary>A judge of one schema.</summary>
    /// <param name="schema">The schema as JSON text.</param>
    public SchemaJudge(string schema) => _schema = schema;

    /// <summary>Judges a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>Every violation; empty if the value is valid.</returns>
    public IReadOnlyList<KlingViolation> Judge(JsonElement json) => throw new NotSupportedException(_schema);
}
