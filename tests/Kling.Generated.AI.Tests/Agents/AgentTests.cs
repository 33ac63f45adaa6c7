using System.Text.Json;
using Kling.Models;
using Microsoft.Extensions.AI;
using static Kling.Tests.AI.ScriptedModel;

namespace Kling.Tests.AI;

/// <summary>A chat client that invokes functions makes a video from a sentence.</summary>
public sealed class AgentTests
{
    private const string Text2Video = "kling-o3-text2video";

    private const string Sentence = "Make a video of an eagle at sunrise, 10 seconds.";

    [Fact]
    public async Task An_agent_makes_a_video_with_one_correction_and_one_approval()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools([KlingO3Text2VideoRequest.Model]);
        var model = new ScriptedModel(
            static _ => Call(Text2Video, """{"prompt":"An eagle at sunrise.","duration":"70"}"""),
            static model =>
            {
                Assert.Contains("/duration", model.Results[^1], StringComparison.Ordinal);
                return Call(Text2Video, """{"prompt":"An eagle at sunrise.","duration":"10"}""");
            },
            static model => CallJob(model),
            static model => CallJob(model),
            static model => CallJob(model),
            static model => CallJob(model),
            static model => Say(model.Result.GetProperty("files")[0].GetProperty("url").GetString()!));
        using IChatClient chat = new ChatClientBuilder(model).UseFunctionInvocation().Build();
        var history = new List<ChatMessage> { new(ChatRole.User, Sentence) };
        int asked = 0;

        ChatResponse response = await RunAsync(stage, chat, tools, history, review =>
        {
            asked++;
            Assert.Equal(KlingO3Text2VideoRequest.Model, review.Model);
            Assert.True(review.Cost.Highest > 0);
            return true;
        });

        Assert.Equal(1, asked);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
        Assert.EndsWith(".mp4", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_submitted_without_approval_and_the_model_reads_the_reason()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools([KlingO3Text2VideoRequest.Model]);
        var model = new ScriptedModel(
            static _ => Call(Text2Video, """{"prompt":"An eagle at sunrise."}"""),
            static model => Say(model.Results[^1]));
        using IChatClient chat = new ChatClientBuilder(model).UseFunctionInvocation().Build();

        ChatResponse response = await RunAsync(stage, chat, tools, [new(ChatRole.User, Sentence)], static _ => false);

        Assert.Contains("Too expensive", response.Text, StringComparison.Ordinal);
        Assert.Equal(0, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task Without_approval_the_model_reads_the_violations_and_corrects_them()
    {
        using var stage = new Stage();
        var model = new ScriptedModel(
            static _ => Call(Text2Video, """{"duration":"70"}"""),
            static model =>
            {
                string[] paths = [.. model.Result.GetProperty("violations").EnumerateArray().Select(static violation => violation.GetProperty("path").GetString()!)];
                Assert.Equal(["/duration", "/prompt"], paths.Order(StringComparer.Ordinal));
                return Call(Text2Video, """{"prompt":"An eagle.","duration":"5"}""");
            },
            static model => Say(model.Result.GetProperty("status").GetString()!));
        using IChatClient chat = new ChatClientBuilder(model).UseFunctionInvocation().Build();

        ChatResponse response = await stage.Clock.RunAsync(() => chat.GetResponseAsync(Sentence, new ChatOptions { Tools = [.. stage.Tools(KlingO3Text2VideoRequest.Model)] }));

        Assert.Equal("submitted", response.Text);
        Assert.Equal("""{"prompt":"An eagle.","duration":"5"}""", stage.Emulator.Jobs[0].Body.GetRawText());
    }

    [Fact]
    public async Task A_compact_agent_lists_describes_submits_and_gets_the_result()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { Compact = true });
        var model = new ScriptedModel(
            static _ => Call("kling_list_models", "{}"),
            static model =>
            {
                Assert.Equal(KlingModels.All.Count, model.Result.GetProperty("models").EnumerateObject().Count());
                return Call("kling_describe_model", $$"""{"model":"{{Text2Video}}"}""");
            },
            static model =>
            {
                Assert.True(JsonElement.DeepEquals(KlingO3Text2VideoRequest.Model.JsonSchema, model.Result.GetProperty("input_schema")));
                return Call("kling_submit", $$$"""{"model":"{{{Text2Video}}}","input":{"prompt":"An eagle.","duration":"70"}}""");
            },
            static _ => Call("kling_submit", $$$"""{"model":"{{{Text2Video}}}","input":{"prompt":"An eagle."}}"""),
            static model => CallJob(model, "kling_job_status"),
            static model => CallJob(model, "kling_job_result"),
            static model => CallJob(model, "kling_job_result"),
            static model => CallJob(model, "kling_job_result"),
            static model => CallJob(model, "kling_job_result"),
            static model => Say(model.Result.GetProperty("status").GetString()!));
        using IChatClient chat = new ChatClientBuilder(model).UseFunctionInvocation().Build();

        ChatResponse response = await RunAsync(stage, chat, tools, [new(ChatRole.User, Sentence)], static _ => true);

        Assert.Equal("completed", response.Text);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task A_strict_agent_writes_null_for_what_is_not_set()
    {
        using var stage = new Stage();
        var options = new KlingToolOptions { RequiresApproval = false, Strict = true };
        IReadOnlyList<AITool> tools = stage.Client.AsAITools([KlingO3Text2VideoRequest.Model], options);
        string[] names = [.. ((AIFunction)tools[0]).JsonSchema.GetProperty("properties").EnumerateObject().Select(static property => property.Name)];
        string arguments = new System.Text.Json.Nodes.JsonObject(names.Select(static name =>
            KeyValuePair.Create(name, name == "prompt" ? (System.Text.Json.Nodes.JsonNode?)"An eagle." : null))).ToJsonString();

        JsonElement result = await stage.CallAsync(tools, Text2Video, arguments);

        Assert.Equal("submitted", result.GetProperty("status").GetString());
        Assert.Equal("""{"prompt":"An eagle."}""", stage.Emulator.Jobs[0].Body.GetRawText());
        Assert.All(tools, static tool => Assert.Equal(true, tool.AdditionalProperties["strict"]));
    }

    [Fact]
    public async Task A_strict_compact_agent_writes_the_input_as_text()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { RequiresApproval = false, Strict = true, Compact = true });
        string input = JsonSerializer.Serialize("""{"prompt":"An eagle."}""");

        JsonElement result = await stage.CallAsync(tools, "kling_submit", $$"""{"model":"{{Text2Video}}","input":{{input}}}""");

        Assert.Equal("submitted", result.GetProperty("status").GetString());
        Assert.Equal("""{"prompt":"An eagle."}""", stage.Emulator.Jobs[0].Body.GetRawText());
    }

    /// <summary>
    /// The loop of an application: calls that are not valid are rejected by themselves, the others are put to a person. The history passes
    /// through JSON between the request for approval and the answer.
    /// </summary>
    private static async Task<ChatResponse> RunAsync(Stage stage, IChatClient chat, IReadOnlyList<AITool> tools, List<ChatMessage> history, Func<KlingToolReview, bool> approve)
    {
        var options = new ChatOptions { Tools = [.. tools] };
        while (true)
        {
            List<ChatMessage> stored = history;
            ChatResponse response = await stage.Clock.RunAsync(() => chat.GetResponseAsync(stored, options));
            history.AddRange(response.Messages);
            history = JsonSerializer.Deserialize<List<ChatMessage>>(JsonSerializer.Serialize(history, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
            ToolApprovalRequestContent[] requests = [.. history[^1].Contents.OfType<ToolApprovalRequestContent>()];
            if (requests.Length == 0)
            {
                return response;
            }

            history.Add(new ChatMessage(ChatRole.User, [.. requests.Select(request =>
            {
                KlingToolReview review = request.Review(tools)!;
                return (AIContent)(review.Rejection ?? (approve(review) ? request.CreateResponse(approved: true) : request.CreateResponse(approved: false, "Too expensive")));
            })]));
        }
    }
}
