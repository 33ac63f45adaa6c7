using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling validate &lt;slug&gt; &lt;file.json&gt;</c>: validates a request body against its schema.</summary>
internal sealed class ValidateCommand : Command
{
    private readonly Argument<string> _slug = new("slug")
    {
        Description = "The model that the request is for.",
        HelpName = "slug",
        CompletionSources = { Completions.Slug },
    };

    private readonly Argument<string> _file = new("file") { Description = "The request body, a JSON file; '-' reads the standard input." };
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public ValidateCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("validate", "Checks a request body against its model's schema. Nothing is sent and no key is needed.")
    {
        _catalogue = catalogue;
        _host = host;
        _screen = screen;
        Arguments.Add(_slug);
        Arguments.Add(_file);
        SetAction(CheckAsync);
    }

    private async Task<int> CheckAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        KlingModel model = _catalogue.Find(parse.GetRequiredValue(_slug));
        var request = CheckedRequest.Of(model, await BodyFile.ReadAsync(parse.GetRequiredValue(_file), _host, cancellationToken));
        foreach (string doubt in request.Doubts())
        {
            _screen.Note(doubt);
        }

        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", model.Slug);
            writer.WriteBoolean("valid", request.Violations.Count == 0);
            writer.WritePropertyName("violations");
            FailureJson.Write(writer, request.Violations);
            writer.WriteStartArray("unknown_parameters");
            foreach (string name in request.UnknownParameters)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        IReadOnlyList<string> hints = LocalFiles.Hints(model, request.Body, _host);
        if (request.Violations.Count > 0)
        {
            var failure = CliFailure.Invalid(model.Slug, request.Violations, hints);
            _screen.Error(failure);
            return failure.ExitCode;
        }

        foreach (string hint in hints)
        {
            _screen.Note("note: " + hint);
        }

        _screen.Line($"valid: the request fits '{model.Slug}'");
        return ExitCodes.Ok;
    }
}
