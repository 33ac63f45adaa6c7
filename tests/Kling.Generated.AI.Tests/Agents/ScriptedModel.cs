using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Kling.Tests.AI;

/// <summary>A language model that follows a script: each step sees the last results of tools, and calls a tool or says something.</summary>
internal sealed class ScriptedModel(params Func<ScriptedModel, ChatMessage>[] steps) : IChatClient
{
    private int _next;

    /// <summary>The messages that the last step saw.</summary>
    public IReadOnlyList<ChatMessage> Seen { get; private set; } = [];

    /// <summary>All results of tools, as the model reads them.</summary>
    public List<string> Results { get; } = [];

    /// <summary>The last result of a tool.</summary>
    public JsonElement Result => ArgumentJson.Parse(Results[^1]);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Seen = [.. messages];
        Results.Clear();
        Results.AddRange(Seen.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.Result switch
        {
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
            JsonElement json => json.GetRawText(),
            var other => other?.ToString() ?? "",
        }));
        return Task.FromResult(new ChatResponse(steps[_next++](this)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    /// <summary>A step that calls a tool with arguments in JSON.</summary>
    public static ChatMessage Call(string tool, string arguments) =>
        new(ChatRole.Assistant, [new FunctionCallContent(Guid.NewGuid().ToString("N"), tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments, AIJsonUtilities.DefaultOptions))]);

    /// <summary>A step that calls a tool with the token of the last result.</summary>
    public static ChatMessage CallJob(ScriptedModel model, string tool = "kling_job", int wait = 45) =>
        Call(tool, $$"""{"token":{{model.Result.GetProperty("token").GetRawText()}},"wait_seconds":{{wait}}}""");

    /// <summary>A step that says something.</summary>
    public static ChatMessage Say(string text) => new(ChatRole.Assistant, text);
}
