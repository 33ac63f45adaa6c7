using System.CommandLine;
using System.Text;

namespace Kling.Cli;

/// <summary>The token of a job, as <c>kling submit</c> prints it.</summary>
internal sealed class TokenArgument : Argument<string>
{
    public TokenArgument()
        : base("token")
    {
        Description = "What 'kling submit' printed, in quotes; '-' reads it from the standard input. "
            + "Default: the job that was left running.";
        Arity = ArgumentArity.ZeroOrOne;
    }

    /// <summary>The job.</summary>
    /// <exception cref="CliFailure">The text is not a token, or it is a token of another API, or no token is given and not exactly one job is recorded.</exception>
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
            throw new CliFailure(ExitCodes.Usage, e.Message, e) { Details = ["--base-address names the API of the job, if it is not Segmind's."] };
        }
    }

    private static KlingJob Recorded(Connection connection)
    {
        KlingJob[] jobs = [.. connection.Records.Tokens().Select(token => Job(token, connection)).OfType<KlingJob>()];
        return jobs.Length == 1 ? jobs[0] : throw new CliFailure(
            ExitCodes.Usage,
            jobs.Length == 0
                ? "give the token of a job, as 'kling submit' printed it. No job is recorded as left running"
                : FormattableString.Invariant(
                    $"{jobs.Length} jobs are recorded in {connection.Records.Folder}. Give the token of one of them:"))
        {
            Details = [.. jobs.Select(static job =>
                FormattableString.Invariant($"{job.Slug}, kept until {job.ExpiresAt.UtcDateTime:u}: '{job.ToToken()}'"))],
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
