using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling submit &lt;slug&gt;</c> of one model. The job continues after the command has ended.</summary>
internal sealed class SubmitModelCommand : Command
{
    private readonly SegmindOptions _segmind = new();
    private readonly RequestOptions _request;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public SubmitModelCommand(KlingModel model, CliHost host, Screen screen)
        : base(model.Slug, ModelCard.Summary(model))
    {
        (_host, _screen) = (host, screen);
        Options.Add(_segmind.Yes);
        _segmind.AddTo(this);
        _request = new RequestOptions(this, model);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest request = await _request.ReadAsync(parse, _host, _screen, cancellationToken);
        using Connection connection = _segmind.Connect(parse, _host);
        await Spending.ConfirmAsync([request], connection.Place, parse.GetValue(_segmind.Yes), _host, _screen, cancellationToken);
        KlingJob job = await connection.SubmitAsync(request, _screen, cancellationToken);
        _screen.Line(job.ToToken());
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", job.Slug);
            writer.WriteString("request_id", job.RequestId);
            writer.WriteString("token", job.ToToken());
            writer.WriteString("expires_at", job.ExpiresAt.UtcDateTime);
            writer.WriteEndObject();
        });
        EnsureTold(job, connection.Records);
        _screen.Note(
            FormattableString.Invariant(
                $"{job.Slug}: job {job.RequestId}. 'kling wait' with the token saves its result; the server keeps its record until {job.ExpiresAt.UtcDateTime:u}."
            )
        );
        return ExitCodes.Ok;
    }

    // The record is for a job whose token was lost.
    private void EnsureTold(KlingJob job, JobRecords records)
    {
        if (_host.OutStream?.Failure is { } failure)
        {
            throw new CliFailure(
                ExitCodes.OutputLost,
                $"the job {job.RequestId} was submitted, but the standard output cannot be written: {failure.Message}. "
                    + $"Continue with: kling wait {job.ToToken()}"
            )
            {
                RequestId = job.RequestId,
                Token = job.ToToken(),
                Details = records.Find(job) is { } path ? [$"It is recorded in {path}, where 'kling wait' without a token finds it."] : [],
            };
        }

        records.Remove(job);
    }
}
