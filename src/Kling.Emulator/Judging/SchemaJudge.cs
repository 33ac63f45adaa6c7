using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// Validates JSON against a schema, like a server: with NJsonSchema, corrected where that deviates from JSON Schema 2020-12
/// (<see cref="Exceptions"/>). It enforces the same keywords as generated types. It shares only the matching of regular expressions with
/// generated validation, and no other code. Safe to use from several threads.
/// </summary>
/// <remarks>
/// It validates <c>type</c>, <c>enum</c>, <c>const</c>, the limits of numbers, lengths and counts, <c>required</c>, <c>properties</c>,
/// <c>patternProperties</c>, <c>propertyNames</c>, <c>additionalProperties</c>, <c>dependentRequired</c>, <c>items</c>, <c>prefixItems</c>,
/// <c>uniqueItems</c>, <c>pattern</c>, the formats <c>uri</c>, <c>uri-reference</c>, <c>date-time</c>, <c>date</c>, <c>uuid</c> and
/// <c>email</c>,
/// <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c>, <c>nullable</c> and references inside the document. Other keywords have no effect, nor do
/// invalid ones, references that cannot be resolved, and patterns that cannot be translated. If a property is duplicated, its last value
/// counts.
/// </remarks>
public sealed class SchemaJudge
{
    private readonly SpecificationValidator _validator;
    private readonly NJsonSchema.JsonSchema _schema;

    /// <summary>Creates a judge of one schema.</summary>
    /// <param name="schema">The schema as JSON text: a JSON object.</param>
    /// <exception cref="JsonException">The text is not a JSON object; the message says why, with line and column.</exception>
    public SchemaJudge(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var rewriter = new SchemaRewriter();
        string judged = rewriter.Rewrite(EnforcedSchema.Read(schema)).ToJsonString();
        _validator = new SpecificationValidator(rewriter.Schemas);

        // The schema is in the text, so nothing is awaited.
        _schema = NJsonSchema.JsonSchema.FromJsonAsync(judged).GetAwaiter().GetResult();
    }

    /// <summary>The deviations of NJsonSchema that are corrected.</summary>
    public static IReadOnlyList<JudgeException> Exceptions => JudgeExceptions.All;

    /// <summary>Validates a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>Every violation with its location; empty if the text is valid.</returns>
    /// <exception cref="JsonException">The text is not JSON; the exception contains the location.</exception>
    public IReadOnlyList<KlingViolation> Judge(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Judge(document.RootElement);
    }

    /// <summary>Validates a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>Every violation with its location; empty if the value is valid. The location of a missing parameter is where it should
    /// be.</returns>
    public IReadOnlyList<KlingViolation> Judge(JsonElement json)
    {
        try
        {
            return _validator.Judge(InstanceReader.Read(JudgedValue.Root(json)), _schema);
        }
        catch (UnreadableTextException e)
        {
            return [e.Violation];
        }
    }
}
