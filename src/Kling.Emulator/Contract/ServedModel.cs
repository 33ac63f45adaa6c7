namespace Kling.Emulator;

/// <summary>A model with the judge of its requests, which is made when the first one comes.</summary>
/// <param name="model">The model.</param>
internal sealed class ServedModel(KlingModel model)
{
    private readonly Lazy<SchemaJudge> _judge = new(() => new SchemaJudge(model.Schema));

    public KlingModel Model => model;

    public SchemaJudge Judge => _judge.Value;
}
