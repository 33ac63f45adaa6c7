using System.CommandLine;
using System.Text;

namespace Kling.Cli;

/// <summary>The token of a job, as <c>kling submit</c> prints it.</summary>
internal sealed class TokenArgument : Argument<string>
{
    public TokenArgument()
        : base("token")
    {
        Description =
            "The token that 'kling submit' printed; '-' reads it from the standard input. "
            + "Default: the job that was left running.";
        Arity = ArgumentArity.ZeroOrOne;
    }

    /// <summary>The job.</summary>
    /// <exception cref="CliFailure">The text is not a token, or it is a token of another API, or no token is given and not exactly one job
    /// is recorded.</exception>
    public async Task<KlingJob> ReadAsync(ParseResult parse, Connection connection, CliHost host, CancellationToken cancellationToken)
    {
        if (parse.GetValue(this) is not { } token)
        {
            return Recorded(connection);
        }

        if (token == "-")
        {
            token = await StandardInput.ReadAsync(host, Encoding.UTF8, cancellationToken);
        }

        try
        {
            return connection.Client.GetJob(token.Trim());
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(ExitCodes.Usage, e.Message, e) { Details = ["If it is a job of another API, pass its --base-address."] };
        }
    }

    private static KlingJob Recorded(Connection connection)
    {
        KlingJob[] jobs = [.. connection.Records.Tokens().Select(token => Job(token, connection)).OfType<KlingJob>()];
        return jobs.Length == 1
            ? jobs[0]
            : throw new CliFailure(
                ExitCodes.Usage,
                jobs.Length == 0
                    ? "pass the token that 'kling submit' printed. No running job is recorded"
                    : FormattableString.Invariant(
                        $"{jobs.Length} jobs are recorded in {connection.Records.Folder}. Pass the token of one of them:"
                    )
            )
            {
                Details =
                [
                    .. jobs.Select(static job =>
                        FormattableString.Invariant($"{job.Slug}, kept until {job.ExpiresAt.UtcDateTime:u}: {job.ToToken()}")
                    ),
                ],
            };
    }

    // A job of another API, such as an emulator's, is not looked for at this one.
    private static KlingJob? Job(string token, Connection connection)
    {
        try
        {
            return connection.Client.GetJob(token.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
