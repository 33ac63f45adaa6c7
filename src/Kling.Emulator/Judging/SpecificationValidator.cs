using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Kling.Emulator;

/// <summary>
/// NJsonSchema's validator with the judge exceptions applied at every value, also inside <c>anyOf</c> and its like, where a late correction
/// would come too late.
/// </summary>
/// <param name="originals">The subschemas as they were written, by <see cref="SchemaRewriter.Mark"/>.</param>
internal sealed class SpecificationValidator(IReadOnlyDictionary<string, JsonElement> originals) : JsonSchemaValidator
{
    public IReadOnlyList<KlingViolation> Judge(JToken token, JsonSchema schema) =>
        [.. Validate(token, schema, SchemaType.JsonSchema).Cast<JudgedError>().Select(static error => error.Violation)];

    protected override ICollection<ValidationError> Validate(JToken token, JsonSchema schema, SchemaType schemaType, string propertyName, string propertyPath)
    {
        JudgedValue value = token.Annotation<JudgedValue>()!;
        JsonElement? original = Original(schema);
        List<KlingViolation> violations = [];
        foreach (ValidationError error in base.Validate(token, schema, schemaType, propertyName, propertyPath))
        {
            violations.AddRange(Flatten(error, value, original));
        }

        if (original is { } written)
        {
            Correct(written, value, violations);
        }

        violations.AddRange(JudgeMembers(token, schema, schemaType));
        return [.. violations.Distinct().Select(violation => new JudgedError(violation, token, schema))];
    }

    // What NJsonSchema passes over: names, all patterns but the first, and nulls where the type allows them.
    private KlingViolation[] JudgeMembers(JToken token, JsonSchema schema, SchemaType schemaType)
    {
        if (token is not JObject members)
        {
            return [];
        }

        IEnumerable<ValidationError> ofNames = schema.Definitions.TryGetValue(SchemaRewriter.Names, out JsonSchema? names)
            ? members.Properties().SelectMany(member => Validate(NameOf(member), names.ActualSchema, schemaType, member.Name, member.Path))
            : [];
        IEnumerable<ValidationError> ofPatterns =
            from pattern in schema.PatternProperties
            from member in members.Properties()
            where Regex.IsMatch(member.Name, pattern.Key)
            from error in Validate(member.Value, pattern.Value.ActualSchema, schemaType, member.Name, member.Path)
            select error;
        IEnumerable<ValidationError> ofNulls =
            from property in schema.Properties
            where members[property.Key] is { Type: JTokenType.Null } && property.Value.IsNullable(schemaType)
            from error in Validate(members[property.Key]!, property.Value.ActualSchema, schemaType, property.Key, property.Key)
            select error;
        return [.. ofNames.Concat(ofPatterns).Concat(ofNulls).Cast<JudgedError>().Select(static error => error.Violation)];
    }

    private static JValue NameOf(JProperty member)
    {
        var name = new JValue(member.Name);
        name.AddAnnotation(member.Value.Annotation<JudgedValue>()! with { Json = JsonSerializer.SerializeToElement(member.Name) });
        return name;
    }

    private static void Correct(JsonElement schema, JudgedValue value, List<KlingViolation> violations)
    {
        foreach (JudgeException exception in JudgeExceptions.All)
        {
            exception.Correct(schema, value, violations);
        }
    }

    private JsonElement? Original(JsonSchema schema) =>
        schema.ExtensionData?.TryGetValue(SchemaRewriter.Mark, out object? mark) is true && originals.TryGetValue((string)mark, out JsonElement original)
            ? original
            : null;

    // Errors of members and items come as they were judged, wrapped or not; what is left is this value's own.
    private static IEnumerable<KlingViolation> Flatten(ValidationError error, JudgedValue value, JsonElement? schema) => error switch
    {
        JudgedError judged => [judged.Violation],
        ChildSchemaValidationError
        {
            Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalItemNotValid
                or ValidationErrorKind.AdditionalPropertiesNotValid or ValidationErrorKind.NotAllOf,
        } parent => parent.Errors.Values.SelectMany(static errors => errors).Cast<JudgedError>().Select(static child => child.Violation),
        ChildSchemaValidationError { Kind: ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf } choice => [OfChoice(choice, value, schema)],
        MultiTypeValidationError types => OfAllTypes(types).Select(own => ViolationText.Of(own, value, schema)),
        _ => [ViolationText.Of(error, value, schema)],
    };

    // The list as it was written: SchemaRewriter adds an alternative to a list of one.
    private static KlingViolation OfChoice(ChildSchemaValidationError choice, JudgedValue value, JsonElement? schema)
    {
        string keyword = choice.Kind is ValidationErrorKind.NotAnyOf ? "anyOf" : "oneOf";
        int written = schema is { } original && original.TryGetProperty(keyword, out JsonElement list) ? list.GetArrayLength() : choice.Errors.Count;
        return ChoiceText.Of(
            keyword,
            value,
            [.. choice.Errors.Values.Take(written).Select(static errors => errors.Cast<JudgedError>().Select(static error => error.Violation).ToArray())]);
    }

    // A value of none of the types fails each one's type; a value of one of them fails a limit, whichever type is asked.
    private static IEnumerable<ValidationError> OfAllTypes(MultiTypeValidationError error)
    {
        ValidationErrorKind[] common = [.. error.Errors.Values
            .Select(static errors => errors.Select(static one => one.Kind))
            .Aggregate(static (left, right) => left.Intersect(right))];
        return common.Length == 0
            ? [error]
            : error.Errors.Values.First().Where(one => common.Contains(one.Kind)).DistinctBy(static one => one.Kind);
    }

    private sealed class JudgedError(KlingViolation violation, JToken token, JsonSchema schema)
        : ValidationError(ValidationErrorKind.Unknown, null, violation.Path, token, schema)
    {
        public KlingViolation Violation { get; } = violation;
    }
}
