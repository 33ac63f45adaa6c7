using System.Text.Json;

namespace Kling;

/// <summary>The tool that lists all models in one line each.</summary>
internal sealed class ListModelsFunction(IReadOnlyList<KlingModel> models, bool isStrict)
    : KlingFunction("kling_list_models", "Lists the models: what they make, how long it takes, and what it costs.", NoParameters, isStrict)
{
    private static readonly JsonElement NoParameters = ToolParameters.Of();

    protected override Task<JsonElement> RunAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        Task.FromResult(
            ToolResult.Of(
                "ok",
                json =>
                {
                    json.WriteStartObject("models");
                    foreach (KlingModel model in models)
                    {
                        json.WriteString(model.Slug, ModelText.Description(model));
                    }

                    json.WriteEndObject();
                }
            )
        );
}
