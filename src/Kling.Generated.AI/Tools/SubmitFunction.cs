using System.Text.Json;

namespace Kling;

/// <summary>The tool that submits a job of any model.</summary>
internal sealed class SubmitFunction(IReadOnlyDictionary<string, KlingModel> models, JobSubmitter submitter, bool isStrict)
    : SubmittingFunction(
        "kling_submit",
        $"Submits a job of a model. The estimated cost is in kling_list_models. {submitter.Outlook}",
        Parameters,
        submitter,
        isStrict
    )
{
    private static readonly JsonElement Parameters = ToolParameters.Of(
        ToolParameters.Model,
        ToolParameters.Parameter("input", "object", "The parameters, by the schema of kling_describe_model.")
    );

    private readonly JobSubmitter _submitter = submitter;

    protected override ToolCallCheck Check(JsonElement arguments)
    {
        if (DescribeModelFunction.Find(models, arguments, out JsonElement wrong) is not { } model)
        {
            return ToolCallCheck.Fail(wrong);
        }

        return Input(arguments) is { } input
            ? _submitter.Check(model, input)
            : ToolCallCheck.Fail(
                Wrong("input", "type", "The input must be a JSON object.", "Pass the parameters by the schema of kling_describe_model.")
            );
    }

    /// <summary>The input. Language models pass an object as its JSON text, too.</summary>
    private static JsonElement? Input(JsonElement arguments)
    {
        JsonElement? input = Argument(arguments, "input");
        if (input is { ValueKind: JsonValueKind.String } text)
        {
            try
            {
                input = ArgumentJson.Parse(text.GetString()!);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return input is { ValueKind: JsonValueKind.Object } ? input : null;
    }
}
