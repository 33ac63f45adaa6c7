using System.CommandLine;
using System.Text;

namespace Kling.Cli;

/// <summary>The token of a job, as <c>kling submit</c> prints it.</summary>
internal sealed class TokenArgument : Argument<string>
{
    public TokenArgument()
        : base("token") => Description = "What 'kling submit' printed, in quotes; '-' reads it from the standard input.";

    /// <summary>The job.</summary>
    /// <exception cref="CliFailure">It is no token, or one of another API.</exception>
    public async Task<KlingJob> ReadAsync(ParseResult parse, Connection connection, CliHost host, CancellationToken cancellationToken)
    {
        string token = parse.GetRequiredValue(this);
        if (token == "-")
        {
            using var reader = new StreamReader(host.Input, Encoding.UTF8);
            token = await reader.ReadToEndAsync(cancellationToken);
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
}
