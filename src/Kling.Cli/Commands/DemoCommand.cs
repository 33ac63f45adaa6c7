using System.CommandLine;
using Kling.Emulator;
using Kling.Models;

namespace Kling.Cli;

/// <summary><c>kling demo</c>: a job on each of a few models, or of all, all at once.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<string> _folder = new("--output", "-o")
    {
        Description = "The folder for the saved files. Each file is named after its model.",
        HelpName = "folder",
        DefaultValueFactory = static _ => "kling-demo",
    };

    // A slow model makes the demo long.
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    private readonly Option<bool> _all = new("--all")
    {
        Description = "Runs a job on every model. Default: one built-in model of each kind of request, and all models of --schemas.",
    };

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--live")
        {
            Description = $"Runs the jobs at Segmind with the key from {CliHost.ApiKeyVariable}. They are billed.",
        },
    };

    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public DemoCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("demo", "Runs jobs on a few models on the built-in emulator, without a key, and saves playable videos and images.")
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        Options.Add(_folder);
        Options.Add(_all);
        _target.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        IReadOnlyList<KlingModel> models = parse.GetValue(_all) ? _catalogue.Models : Few(_catalogue.Models);
        CheckedRequest[] requests = [.. models.Select(Sample)];
        using Connection connection = await ConnectAsync(requests, parse, cancellationToken);
        var files = new ResultFiles(exact: null, _host.FullPath(parse.GetRequiredValue(_folder)), static result => result.Slug);
        files.Prepare();

        IJobBoard board = JobBoard.For(_host, _screen);
        JobRun[] runs = [.. requests.Select(request => Run(request, files, connection, board))];
        JobOutcome[] outcomes = [];
        await board.ShowAsync(
            [.. runs.Select(static run => run.View)],
            async () => outcomes = await Task.WhenAll(runs.Select(run => run.RunAsync(timeout: null, cancellationToken)))
        );
        return Show(outcomes, connection);
    }

    /// <summary>
    /// The models of a demo that is not of all: of the built-in ones the first of each kind, which is what they require and return, without
    /// those that are slow or described only in part; and the user's own.
    /// </summary>
    internal static IReadOnlyList<KlingModel> Few(IReadOnlyList<KlingModel> models)
    {
        HashSet<KlingModel> shown =
        [
            .. models
                .Where(static model => model is { Status: KlingModelStatus.Complete } && model.TypicalDuration <= Slow)
                .DistinctBy(Kind),
        ];
        return [.. models.Where(model => shown.Contains(model) || !KlingModels.All.Contains(model))];
    }

    private static string Kind(KlingModel model) =>
        string.Join(
            ' ',
            model
                .Parameters.Where(static parameter => parameter.IsRequired)
                .Select(static parameter => parameter.Name)
                .Order(StringComparer.Ordinal)
                .Prepend(model.Output.ToString())
        );

    private JobRun Run(CheckedRequest request, ResultFiles files, Connection connection, IJobBoard board)
    {
        var view = new JobView(request.Model.Slug, connection.Expected(request.Model), _host.Clock);
        return new JobRun(view, cancellation => connection.SubmitAsync(request, _screen, cancellation), files, connection, board);
    }

    private static CheckedRequest Sample(KlingModel model)
    {
        var request = CheckedRequest.Of(model, SampleBody.Of(model));
        return request.Violations.Count == 0
            ? request
            : throw new CliFailure(
                ExitCodes.InvalidRequest,
                $"no sample request can be created from the schema of '{model.Slug}'; add 'examples' to its parameters. Nothing was sent"
            )
            {
                Violations = request.Violations,
            };
    }

    private async Task<Connection> ConnectAsync(
        CheckedRequest[] requests,
        ParseResult parse,
        CancellationToken cancellationToken
    )
    {
        if (!parse.GetValue(_target.Switch))
        {
            double scale = _target.Scale(parse);
            string unused = _host.ApiKey is null ? "" : $" {CliHost.ApiKeyVariable} is set but not used.";
            _screen.Note(
                FormattableString.Invariant(
                    $"No key is used and nothing is billed: the jobs run on the built-in emulator, {scale:0.###} times as fast as at Segmind.{unused} 'kling demo --live' runs them at Segmind."
                )
            );
            return Connection.ToEmulator(requests.Select(static request => request.Model), scale, _host);
        }

        Connection connection = _target.ToSegmind(parse, _host);
        try
        {
            await Spending.ConfirmAsync(requests, connection.Place, parse.GetValue(_target.Yes), _host, _screen, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private int Show(JobOutcome[] outcomes, Connection connection)
    {
        foreach (JobOutcome outcome in outcomes)
        {
            if (outcome.Failure is { } failure)
            {
                _screen.Error(failure);
            }
            else
            {
                _screen.Line($"{OutcomeText.Sentence(outcome)}: {string.Join(", ", outcome.Files.Select(_host.ShortPath))}");
            }
        }

        _screen.Line(
            FormattableString.Invariant($"{outcomes.Count(static outcome => outcome.Failure is null)} of {outcomes.Length} jobs finished")
        );
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("target", connection.IsEmulator ? "emulator" : "segmind");
            writer.WriteStartArray("jobs");
            foreach (JobOutcome outcome in outcomes)
            {
                outcome.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return outcomes.FirstOrDefault(static outcome => outcome.Failure is not null)?.Failure?.ExitCode ?? ExitCodes.Ok;
    }
}
