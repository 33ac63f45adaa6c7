using System.Text.Json;

namespace Kling;

/// <summary>The tool that describes one model, with the schema of its parameters.</summary>
internal sealed class DescribeModelFunction(IReadOnlyDictionary<string, KlingModel> models, bool isStrict)
    : KlingFunction(
        "kling_describe_model",
        "Describes a model: the JSON Schema of its input, time, cost. Read it before kling_submit.",
        Parameters,
        isStrict
    )
{
    private static readonly JsonElement Parameters = ToolParameters.Of(ToolParameters.Model);

    protected override Task<JsonElement> RunAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        Task.FromResult(
            Find(models, arguments, out JsonElement wrong) is { } model
                ? ToolResult.Of(
                    "ok",
                    json =>
                    {
                        json.WriteString("model", model.Slug);
                        json.WriteString("description", ModelText.Description(model));
                        json.WritePropertyName("input_schema");
                        model.JsonSchema.WriteTo(json);
                    }
                )
                : wrong
        );

    /// <summary>The model of an argument, or what is wrong with it.</summary>
    public static KlingModel? Find(IReadOnlyDictionary<string, KlingModel> models, JsonElement arguments, out JsonElement wrong)
    {
        wrong = default;
        string? slug = Argument(arguments, "model") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (slug is not null && models.TryGetValue(slug, out KlingModel? model))
        {
            return model;
        }

        string message = slug is null ? "The name of a model is missing." : "There is no model of this name.";
        wrong = Wrong("model", slug is null ? "required" : "enum", message, "Call kling_list_models, and pass one of its names.");
        return null;
    }
}
