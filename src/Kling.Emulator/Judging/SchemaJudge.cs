using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// Judges JSON by a schema, as a server would: NJsonSchema's verdict, corrected where it departs from JSON Schema 2020-12
/// (<see cref="Exceptions"/>). What generated types do not enforce, it does not enforce either. With generated validation it shares the search
/// for regular expressions, and no other code. Safe for use by many threads.
/// </summary>
/// <remarks>
/// It judges <c>type</c>, <c>enum</c>, <c>const</c>, the limits of numbers, lengths and counts, <c>required</c>, <c>properties</c>,
/// <c>patternProperties</c>, <c>propertyNames</c>, <c>additionalProperties</c>, <c>dependentRequired</c>, <c>items</c>, <c>prefixItems</c>,
/// <c>uniqueItems</c>, <c>pattern</c>, the formats <c>uri</c>, <c>uri-reference</c>, <c>date-time</c>, <c>date</c>, <c>uuid</c> and <c>email</c>,
/// <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c>, <c>nullable</c> and references inside the document. Other keywords have no effect, nor do invalid ones, references
/// that cannot be resolved, and patterns without a translation. Of a duplicate member the last value counts.
/// </remarks>
public sealed class SchemaJudge
{
    private readonly SpecificationValidator _validator;
    private readonly NJsonSchema.JsonSchema _schema;

    /// <summary>A judge of one schema.</summary>
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

    /// <summary>Every point where the verdict is not NJsonSchema's own.</summary>
    public static IReadOnlyList<JudgeException> Exceptions => JudgeExceptions.All;

    /// <summary>Judges a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>Every violation, each with its place; empty if the text is valid.</returns>
    /// <exception cref="JsonException">The text is no JSON; the exception gives the place.</exception>
    public IReadOnlyList<KlingViolation> Judge(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Judge(document.RootElement);
    }

    /// <summary>Judges a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>Every violation, each with its place; empty if the value is valid. A missing parameter's place is where it should stand.</returns>
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
