using System.Text;

namespace Kling.Cli;

/// <summary>Reads the standard input if the command line has <c>-</c>.</summary>
internal static class StandardInput
{
    /// <summary>All of it.</summary>
    /// <exception cref="CliFailure">It is closed, or it is a terminal, for which the command would wait for input without a
    /// message.</exception>
    /// <exception cref="DecoderFallbackException">It is not text of this encoding.</exception>
    public static async Task<string> ReadAsync(CliHost host, Encoding encoding, CancellationToken cancellationToken)
    {
        if (host.Input is null || host.InputIsTerminal)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"'-' reads the standard input, but that is {(host.Input is null ? "closed" : "a terminal")}. Pipe or redirect the input, or pass a file name"
            );
        }

        using var reader = new StreamReader(host.Input, encoding, leaveOpen: true);

        // A read of a pipe cannot be cancelled.
        return await reader.ReadToEndAsync(cancellationToken).WaitAsync(cancellationToken);
    }
}
