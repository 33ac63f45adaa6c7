using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>A tool with a schema of its own. It returns JSON, also about what went wrong.</summary>
internal abstract class KlingFunction : AIFunction
{
    // What the adapters of Microsoft.Extensions.AI look for.
    private static readonly AdditionalPropertiesDictionary StrictProperties = new() { ["strict"] = true };

    private readonly StrictSchema? _strict;

    protected KlingFunction(string name, string description, JsonElement schema, bool isStrict)
    {
        Name = name;
        Description = description;
        _strict = isStrict ? StrictSchema.Of(schema) : null;
        JsonSchema = _strict?.Schema ?? schema;
    }

    public override string Name { get; }

    public override string Description { get; }

    public override JsonElement JsonSchema { get; }

    public override IReadOnlyDictionary<string, object?> AdditionalProperties =>
        _strict is null ? base.AdditionalProperties : StrictProperties;

    protected sealed override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    ) => Read(arguments, out JsonElement read) is { } failure ? failure : await RunAsync(read, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the arguments of a call as JSON by the original schema.</summary>
    /// <returns>What is wrong with them, or <see langword="null"/>.</returns>
    protected JsonElement? Read(IEnumerable<KeyValuePair<string, object?>> arguments, out JsonElement read)
    {
        try
        {
            JsonElement json = ArgumentJson.Of(arguments);
            read = _strict?.Read(json) ?? json;
            return null;
        }
        catch (ArgumentException e)
        {
            read = default;
            return ToolFailure.Invalid(e.Message, "Call the tool again with arguments that are JSON.", []);
        }
    }

    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">The arguments: a JSON object. Whatever is wrong with it is a result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    protected abstract Task<JsonElement> RunAsync(JsonElement arguments, CancellationToken cancellationToken);

    /// <summary>An argument that is there.</summary>
    protected static JsonElement? Argument(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>The result about one argument.</summary>
    protected static JsonElement Wrong(string name, string keyword, string message, string next) =>
        ToolFailure.Invalid(
            "The arguments are not valid. Nothing was sent.",
            next,
            [new KlingViolation("/" + name, keyword, null, null, message)]
        );
}
