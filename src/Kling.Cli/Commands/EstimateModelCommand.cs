using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling estimate &lt;slug&gt;</c> of one model: what its job is expected to cost. Nothing is sent and no key is needed.</summary>
internal sealed class EstimateModelCommand : Command
{
    private readonly RequestOptions _request;
    private readonly KlingModel _model;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public EstimateModelCommand(KlingModel model, CliHost host, Screen screen)
        : base(model.Slug, ModelCard.Summary(model))
    {
        (_model, _host, _screen) = (model, host, screen);
        _request = new RequestOptions(this, model);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest request = await _request.ReadAsync(parse, _host, _screen, cancellationToken);
        KlingCost cost = request.Cost;
        _screen.Line($"{_model.Slug}: {cost}");
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", _model.Slug);
            CostText.Write(writer, cost);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
