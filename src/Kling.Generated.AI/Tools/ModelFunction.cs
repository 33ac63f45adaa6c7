using System.Text.Json;

namespace Kling;

/// <summary>The tool of one model: its arguments are the model's parameters.</summary>
internal sealed class ModelFunction(string name, KlingModel model, JobSubmitter submitter, bool isStrict)
    : SubmittingFunction(name, $"{ModelText.Description(model)} {submitter.Outlook}", model.JsonSchema, submitter, isStrict)
{
    private readonly JobSubmitter _submitter = submitter;

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(KlingModel) ? model : base.GetService(serviceType, serviceKey);

    protected override ToolCallCheck Check(JsonElement arguments) => _submitter.Check(model, arguments);
}
