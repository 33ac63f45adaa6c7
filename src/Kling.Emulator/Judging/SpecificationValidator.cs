using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Kling.Emulator;

/// <summary>
/// NJsonSchema's validator with the judge exceptions applied at every value, also inside <c>anyOf</c> and similar keywords, whose
/// results cannot be corrected afterwards.
/// </summary>
/// <param name="schemas">The subschemas, by <see cref="SchemaRewriter.Mark"/>.</param>
internal sealed class SpecificationValidator(IReadOnlyDictionary<string, JudgedSchema> schemas) : JsonSchemaValidator
{
    public IReadOnlyList<KlingViolation> Judge(JToken token, JsonSchema schema) =>
        [.. Validate(token, schema, SchemaType.JsonSchema).Cast<JudgedError>().Select(static error => error.Violation)];

    protected override ICollection<ValidationError> Validate(
        JToken token,
        JsonSchema schema,
        SchemaType schemaType,
        string? propertyName,
        string propertyPath
    )
    {
        JudgedValue value = token.Annotation<JudgedValue>()!;
        JudgedSchema? judged = Judged(schema);
        if (token.Type is JTokenType.Null && judged is { IsNullable: true })
        {
            return [];
        }

        List<KlingViolation> violations = [];
        foreach (ValidationError error in base.Validate(token, schema, schemaType, propertyName, propertyPath))
        {
            violations.AddRange(Flatten(error, value, judged?.Json));
        }

        if (token is JObject members)
        {
            violations.AddRange(JudgeMembers(members, schema, judged, schemaType));
        }

        if (judged is not null)
        {
            Correct(judged, value, violations);
        }

        return [.. violations.Distinct().Select(violation => new JudgedError(violation, token, schema))];
    }

    // What NJsonSchema passes over or must not see: names, patterns of names with what they leave over, and nulls where the type allows
    // them.
    private IEnumerable<KlingViolation> JudgeMembers(JObject members, JsonSchema schema, JudgedSchema? judged, SchemaType schemaType)
    {
        foreach (JProperty member in members.Properties())
        {
            if (schema.Definitions.TryGetValue(SchemaRewriter.Names, out JsonSchema? names))
            {
                foreach (KlingViolation violation in Judge(NameOf(member), names.ActualSchema, member, schemaType))
                {
                    yield return violation;
                }
            }

            if (judged is { MemberPatterns.Count: > 0 })
            {
                foreach (KlingViolation violation in JudgeByPattern(member, schema, judged, schemaType))
                {
                    yield return violation;
                }
            }

            if (
                member.Value.Type is JTokenType.Null
                && schema.Properties.TryGetValue(member.Name, out JsonSchemaProperty? property)
                && property.IsNullable(schemaType)
            )
            {
                foreach (KlingViolation violation in Judge(member.Value, property.ActualSchema, member, schemaType))
                {
                    yield return violation;
                }
            }
        }
    }

    private List<KlingViolation> JudgeByPattern(JProperty member, JsonSchema schema, JudgedSchema judged, SchemaType schemaType)
    {
        List<KlingViolation> violations = [];
        bool isAdditional = !schema.Properties.ContainsKey(member.Name);
        foreach ((JudgedPattern pattern, string definition) in judged.MemberPatterns)
        {
            bool? isMatch = pattern.IsMatch(member.Name);
            isAdditional &= isMatch is false;
            if (isMatch is null)
            {
                violations.Add(
                    member
                        .Value.Annotation<JudgedValue>()!
                        .Violates(
                            "patternProperties",
                            null,
                            null,
                            $"The name could not be matched against the pattern {pattern} within {pattern.Longest}. Use a shorter name."
                        )
                );
            }
            else if (isMatch is true)
            {
                violations.AddRange(Judge(member.Value, schema.Definitions[definition].ActualSchema, member, schemaType));
            }
        }

        if (isAdditional && schema.Definitions.TryGetValue(SchemaRewriter.Additional, out JsonSchema? additional))
        {
            bool isClosed = judged.Json.GetProperty("additionalProperties").ValueKind is JsonValueKind.False;
            violations.AddRange(
                isClosed
                    ? [member.Value.Annotation<JudgedValue>()!.Violates("additionalProperties", "false", null, ViolationText.NotAllowed)]
                    : Judge(member.Value, additional.ActualSchema, member, schemaType)
            );
        }

        return violations;
    }

    private IEnumerable<KlingViolation> Judge(JToken token, JsonSchema schema, JProperty member, SchemaType schemaType) =>
        Validate(token, schema, schemaType, member.Name, member.Path).Cast<JudgedError>().Select(static error => error.Violation);

    private static JValue NameOf(JProperty member)
    {
        var name = new JValue(member.Name);
        name.AddAnnotation(member.Value.Annotation<JudgedValue>()! with { Json = JsonSerializer.SerializeToElement(member.Name) });
        return name;
    }

    private static void Correct(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        foreach (JudgeException exception in JudgeExceptions.All)
        {
            exception.Correct(schema, value, violations);
        }
    }

    private JudgedSchema? Judged(JsonSchema schema) =>
        schema.ExtensionData?.TryGetValue(SchemaRewriter.Mark, out object? mark) is true ? schemas[(string)mark!] : null;

    // Errors of members and items come as they were judged, wrapped or not; what is left is this value's own.
    private static IEnumerable<KlingViolation> Flatten(ValidationError error, JudgedValue value, JsonElement? schema) =>
        error switch
        {
            JudgedError judged => [judged.Violation],
            ChildSchemaValidationError
            {
                Kind: ValidationErrorKind.ArrayItemNotValid
                    or ValidationErrorKind.AdditionalItemNotValid
                    or ValidationErrorKind.AdditionalPropertiesNotValid
                    or ValidationErrorKind.NotAllOf,
            } parent => parent
                .Errors.Values.SelectMany(static errors => errors)
                .Cast<JudgedError>()
                .Select(static child => child.Violation),
            ChildSchemaValidationError { Kind: ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf } choice =>
            [
                OfChoice(choice, value, schema),
            ],
            MultiTypeValidationError types => OfAllTypes(types).Select(own => ViolationText.Of(own, value, schema)),
            _ => [ViolationText.Of(error, value, schema)],
        };

    // The list as it was written: SchemaRewriter adds an alternative to a list of one.
    private static KlingViolation OfChoice(ChildSchemaValidationError choice, JudgedValue value, JsonElement? schema)
    {
        string keyword = choice.Kind is ValidationErrorKind.NotAnyOf ? "anyOf" : "oneOf";
        int written =
            schema is { } original && original.TryGetProperty(keyword, out JsonElement list) ? list.GetArrayLength() : choice.Errors.Count;
        return ChoiceText.Of(
            keyword,
            value,
            [
                .. choice
                    .Errors.Values.Take(written)
                    .Select(static errors => errors.Cast<JudgedError>().Select(static error => error.Violation).ToArray()),
            ]
        );
    }

    // A value of none of the types fails each one's type; a value of one of them fails a limit, whichever type is asked.
    private static IEnumerable<ValidationError> OfAllTypes(MultiTypeValidationError error)
    {
        ValidationErrorKind[] common =
        [
            .. error
                .Errors.Values.Select(static errors => errors.Select(static one => one.Kind))
                .Aggregate(static (left, right) => left.Intersect(right)),
        ];
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
