using System.CommandLine;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>What makes up the request of one model: an option for each of its parameters, <c>--set</c> and <c>--input</c>.</summary>
internal sealed class RequestOptions
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description =
            "Sets a parameter by its name in the JSON: name=value. Also sets parameters whose names clash with an option of this command. May be repeated.",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _input = new("--input")
    {
        Description = "A JSON file with the request body; '-' reads the standard input. Options and --set override it.",
        HelpName = "file",
    };

    private readonly KlingModel _model;
    private readonly IReadOnlyList<ParameterOption> _parameters;

    /// <summary>Adds the options to a command that has all its others.</summary>
    public RequestOptions(Command command, KlingModel model)
    {
        _model = model;
        _set.CompletionSources.Add([.. model.Parameters.SelectMany(Assignments)]);
        command.Options.Add(_set);
        command.Options.Add(_input);
        _parameters = ParameterOption.AddTo(command, model);
    }

    private static IEnumerable<string> Assignments(KlingParameter parameter) =>
        ParameterText.Values(parameter).DefaultIfEmpty("").Select(value => $"{parameter.Name}={value}");

    /// <summary>The request of a command line, and a note about each parameter that is probably a slip.</summary>
    /// <exception cref="CliFailure">It violates its schema.</exception>
    public async Task<CheckedRequest> ReadAsync(ParseResult parse, CliHost host, Screen screen, CancellationToken cancellationToken)
    {
        JsonElement? file = parse.GetValue(_input) is { } path ? await BodyFile.ReadAsync(path, host, cancellationToken) : null;
        IEnumerable<Assignment> assignments = (parse.GetValue(_set) ?? []).Select(text => Assignment.Parse(text, _model));
        RequestBody body = RequestBody.From(file).With(parse, _parameters).With(assignments);
        var request = CheckedRequest.Of(_model, body.ToJson());
        foreach (string doubt in request.Doubts())
        {
            screen.Note(doubt);
        }

        return request.Valid(host);
    }
}
