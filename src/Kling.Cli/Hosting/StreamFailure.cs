namespace Kling.Cli;

/// <summary>Why a standard stream cannot be written.</summary>
/// <param name="Message">The reason.</param>
/// <param name="IsBrokenPipe">Whether the reader has ended, which is no error of this command: <c>kling models | head -1</c>.</param>
internal sealed record StreamFailure(string Message, bool IsBrokenPipe)
{
    /// <summary>The stream was closed before the command started.</summary>
    public static StreamFailure Closed { get; } = new("it is closed", IsBrokenPipe: false);
}
