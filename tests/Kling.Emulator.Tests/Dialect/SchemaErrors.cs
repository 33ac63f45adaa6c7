using NJsonSchema;
using NJsonSchema.Validation;

namespace Kling.Emulator.Tests.Dialect;

/// <summary>What NJsonSchema has against a text, as sentences of kind and place.</summary>
internal static class SchemaErrors
{
    public static async Task<IReadOnlyList<string>> Find(string schema, string text, CancellationToken cancellationToken)
    {
        JsonSchema judge = await JsonSchema.FromJsonAsync(schema, cancellationToken);
        return [.. judge.Validate(text).SelectMany(Leaves).Select(static error => $"{error.Kind} at {error.Path}").Distinct()];
    }

    // An error in a list's item or an alternative is wrapped in one that says only that there is some error within.
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent && parent.Errors.Any(static child => child.Value.Count > 0)
            ? parent.Errors.SelectMany(static child => child.Value).SelectMany(Leaves)
            : [error];
}
