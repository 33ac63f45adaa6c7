using System.Text.Json;

namespace Kling.Emulator;

/// <summary>
/// Judges JSON by a schema, as a server would: NJsonSchema's verdict, corrected where it departs from JSON Schema 2020-12
/// (<see cref="Exceptions"/>). It shares no code with generated validation. Safe for use by many threads.
/// </summary>
/// <remarks>
/// It judges <c>type</c>, <c>enum</c>, <c>const</c>, the limits of numbers, lengths and counts, <c>required</c>, <c>properties</c>,
/// <c>patternProperties</c>, <c>propertyNames</c>, <c>additionalProperties</c>, <c>dependentRequired</c>, <c>items</c>, <c>prefixItems</c>,
/// <c>uniqueItems</c>, <c>pattern</c>, the formats <c>uri</c>, <c>uri-reference</c>, <c>date-time</c>, <c>date</c>, <c>uuid</c> and <c>email</c>,
/// <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c>, <c>not</c>, <c>nullable</c> and references inside the document. Other keywords say nothing to it. Of a member that stands
/// twice in an object the last value counts.
/// </remarks>
public sealed class SchemaJudge
{
    private readonly SpecificationValidator _validator;
    private readonly NJsonSchema.JsonSchema _schema;

    /// <summary>A judge of one schema.</summary>
    /// <param name="schema">The schema as JSON text: a JSON object.</param>
    /// <exception cref="JsonException">The text is no JSON object; the message gives the place.</exception>
    /// <exception cref="NotSupportedException">The schema has something that cannot be judged; the message says what.</exception>
    public SchemaJudge(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        using var document = JsonDocument.Parse(schema);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException("A model's schema is a JSON object.");
        }

        var rewriter = new SchemaRewriter();
        string judged = rewriter.Rewrite(document.RootElement.Clone()).ToJsonString();
        _validator = new SpecificationValidator(rewriter.Originals);
        _schema = Read(judged);
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

    // The schema is in the text, so nothing is awaited.
    private static NJsonSchema.JsonSchema Read(string schema)
    {
        try
        {
            return NJsonSchema.JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or InvalidOperationException)
        {
            throw new NotSupportedException("The schema cannot be judged. " + e.Message, e);
        }
    }
}
