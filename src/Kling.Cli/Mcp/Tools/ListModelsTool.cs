using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>list_models</c>.</summary>
internal sealed class ListModelsTool(McpContext context)
    : KlingTool(
        context.Host,
        "list_models",
        "Lists the models: what each makes, how long a job takes, what it costs.",
        Schema(
            """{"type":"object","properties":{"query":{"type":"string","description":"Only models with these words, e.g. image video."}}}"""
        ),
        Reads
    )
{
    protected override Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        string[] words = Arguments(request).OptionalText("query")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        KlingModel[] models = [.. context.Catalogue.Models.Where(model => !model.IsRetired && words.All(word => Has(model, word)))];
        return Task.FromResult(
            Result(
                ToolResult.Of(
                    "ok",
                    json =>
                    {
                        json.WriteStartArray("models");
                        foreach (KlingModel model in models)
                        {
                            json.WriteStartObject();
                            json.WriteString("model", model.Slug);
                            json.WriteString("title", model.Title);
                            json.WriteString("facts", ModelText.Summary(model));
                            json.WriteEndObject();
                        }

                        json.WriteEndArray();
                        json.WriteString(
                            "next",
                            models.Length == 0
                                ? "No model has all of these words. Call list_models without a query."
                                : "Call describe_model before you submit."
                        );
                    }
                )
            )
        );
    }

    private static bool Has(KlingModel model, string word) =>
        $"{model.Slug} {model.Title} {model.Description} {ModelText.Kind(model.Output)}".Contains(word, StringComparison.OrdinalIgnoreCase);
}
