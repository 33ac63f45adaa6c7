using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;
using Microsoft.Extensions.AI;

namespace Kling.Tests.AI;

/// <summary>The lists of tools, and the arguments that they take.</summary>
public sealed class ToolListTests
{
    private const string Dropped = """
        { "type": "object", "title": "Dropped in", "x-typical-seconds": 20, "x-typical-cost": 0.25, "x-output": "image",
          "properties": { "size": { "type": "integer", "minimum": 1, "maximum": 4 }, "name": { "type": "string" } }, "required": ["size"] }
        """;

    private static readonly KlingModel[] Images = [KlingModel.FromSchema("my.model", Dropped)];

    [Fact]
    public void There_is_one_tool_for_each_model_and_one_for_jobs_with_the_schemas_verbatim()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(KlingModels.All);

        Assert.Equal(KlingModels.All.Count + 1, tools.Count);
        Assert.Equal(tools.Count, tools.Select(static tool => tool.Name).Distinct().Count());
        foreach ((KlingModel model, AITool tool) in KlingModels.All.Zip(tools))
        {
            string schema = ((AIFunction)tool).JsonSchema.GetRawText();
            Assert.Equal(model.JsonSchema.GetRawText(), schema);
            Assert.DoesNotContain("\"x-", schema, StringComparison.Ordinal);
            Assert.DoesNotContain("\"./", schema, StringComparison.Ordinal);
            Assert.Contains(model.Cost.ToString(), tool.Description, StringComparison.Ordinal);
            Assert.Same(model, tool.GetService<KlingModel>());
            _ = Assert.IsType<ApprovalRequiredAIFunction>(tool);
        }

        Assert.Equal("kling_job", tools[^1].Name);
        Assert.Null(tools[^1].GetService<ApprovalRequiredAIFunction>());
    }

    [Fact]
    public void In_compact_mode_only_the_submit_needs_approval()
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { Compact = true });

        Assert.Equal(["kling_list_models", "kling_describe_model", "kling_submit", "kling_job_status", "kling_job_result"], tools.Select(static tool => tool.Name));
        Assert.Equal(["kling_submit"], tools.OfType<ApprovalRequiredAIFunction>().Select(static tool => tool.Name));
    }

    // A token of the common language models has about four characters of such text.
    [Theory]
    [InlineData(false, 15_500)]
    [InlineData(true, 450)]
    public void A_list_of_all_models_has_a_known_size(bool isCompact, int mostTokens)
    {
        using var stage = new Stage();

        int characters = stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { Compact = isCompact })
            .Sum(static tool => tool.Name.Length + tool.Description.Length + ((AIFunction)tool).JsonSchema.GetRawText().Length);

        TestContext.Current.SendDiagnosticMessage($"{characters} characters");
        Assert.InRange(characters / 4, 1, mostTokens);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_tool_of_a_strict_list_is_strict(bool isCompact)
    {
        using var stage = new Stage();

        Assert.All(
            stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { Compact = isCompact, Strict = true }),
            static tool => Assert.Empty(StrictSubset.Violations(((AIFunction)tool).JsonSchema)));
    }

    [Fact]
    public void Models_of_one_slug_and_waits_out_of_range_are_refused()
    {
        using var stage = new Stage();

        _ = Assert.Throws<ArgumentException>(() => stage.Client.AsAITools([Images[0], Images[0]]));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => stage.Client.AsAITools([], new KlingToolOptions { WaitAtMost = TimeSpan.Zero }));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => stage.Client.AsAITools([], new KlingToolOptions { WaitAtMost = TimeSpan.FromHours(2) }));
    }

    [Fact]
    public async Task A_schema_that_was_dropped_in_is_a_tool_and_is_validated_as_you_say()
    {
        using var stage = new Stage(Images);
        var options = new KlingToolOptions { RequiresApproval = false, Validate = static (model, body) => new SchemaJudge(model.Schema).Judge(body) };
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(Images, options);

        JsonElement wrong = await stage.CallAsync(tools, "my_model", """{"size":9}""");
        JsonElement right = await stage.CallAsync(tools, "my_model", """{"size":2}""");

        Assert.Equal("/size", wrong.GetProperty("violations")[0].GetProperty("path").GetString());
        Assert.Equal("submitted", right.GetProperty("status").GetString());
        Assert.Equal(20, right.GetProperty("expected_seconds").GetInt64());
        Assert.Equal("about 0.25 USD (average)", right.GetProperty("estimated_cost").GetString());
    }

    [Fact]
    public async Task Without_a_validation_the_server_judges_a_schema_that_was_dropped_in()
    {
        using var stage = new Stage(Images);

        JsonElement result = await stage.CallAsync(stage.Tools(Images), "my_model", """{"size":9}""");

        Assert.Equal("refused", result.GetProperty("status").GetString());
        Assert.StartsWith("Correct the arguments", result.GetProperty("next").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "required")]
    [InlineData("""{"model":"kling-9"}""", "enum")]
    [InlineData("""{"model":["kling-9"]}""", "required")]
    public async Task An_unknown_model_is_a_violation(string arguments, string keyword)
    {
        using var stage = new Stage();
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(KlingModels.All, new KlingToolOptions { Compact = true, RequiresApproval = false });

        foreach (string tool in new[] { "kling_describe_model", "kling_submit" })
        {
            JsonElement violation = (await stage.CallAsync(tools, tool, arguments)).GetProperty("violations")[0];
            Assert.Equal("/model", violation.GetProperty("path").GetString());
            Assert.Equal(keyword, violation.GetProperty("keyword").GetString());
        }
    }

    [Theory]
    [InlineData("""{"model":"my.model","input":"{\"size\":2}"}""", "submitted")]
    [InlineData("""{"model":"my.model","input":"{size"}""", "invalid")]
    [InlineData("""{"model":"my.model","input":[1]}""", "invalid")]
    [InlineData("""{"model":"my.model"}""", "invalid")]
    public async Task The_input_of_a_compact_submit_is_an_object_or_its_text(string arguments, string status)
    {
        using var stage = new Stage(Images);
        IReadOnlyList<AITool> tools = stage.Client.AsAITools(Images, new KlingToolOptions { Compact = true, RequiresApproval = false });

        Assert.Equal(status, (await stage.CallAsync(tools, "kling_submit", arguments)).GetProperty("status").GetString());
    }

    [Fact]
    public void Arguments_may_be_values_of_dotnet()
    {
        using var document = JsonDocument.Parse("[1]");
        JsonElement json = ArgumentJson.Of(
        [
            new("text", "é"), new("url", new Uri("https://example.com/a b")), new("flag", true), new("int", 1), new("long", 2UL), new("half", 0.5),
            new("decimal", 1.10m), new("none", null), new("undefined", default(JsonElement)), new("node", new JsonObject { ["a"] = null }),
            new("document", document), new("list", new object?[] { 1, "a", null }), new("ints", new List<int> { 1, 2 }),
            new("map", new Dictionary<string, object?> { ["x"] = new[] { true } }), new("untyped", new System.Collections.Hashtable { ["k"] = "v" }),
            new("time", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        ]);

        Assert.True(
            JsonElement.DeepEquals(
                ArgumentJson.Parse(
                    """{"text":"é","url":"https://example.com/a b","flag":true,"int":1,"long":2,"half":0.5,"decimal":1.10,"none":null,"node":{"a":null},"document":[1],"list":[1,"a",null],"ints":[1,2],"map":{"x":[true]},"untyped":{"k":"v"},"time":"2026-01-02T03:04:05+00:00"}"""),
                json),
            json.GetRawText());
    }

    [Fact]
    public async Task An_argument_that_is_no_json_is_a_result()
    {
        using var stage = new Stage(Images);
        var tool = (AIFunction)stage.Tools(Images)[0];
        var endless = new Dictionary<string, object?>();
        endless["self"] = endless;

        foreach (object value in new object[] { double.NaN, endless, new Dictionary<int, string> { [1] = "a" }, new Action(static () => { }) })
        {
            var result = (JsonElement)(await tool.InvokeAsync(new AIFunctionArguments { ["size"] = value }, TestContext.Current.CancellationToken))!;
            Assert.Equal("invalid", result.GetProperty("status").GetString());
            Assert.Contains("'size'", result.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }
}
