namespace Kling.Cli.Tests;

/// <summary>An output whose first text can be waited for while the command still runs.</summary>
internal sealed class AnnouncedLine : StringWriter
{
    private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> First => _first.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        _ = _first.TrySetResult(value!);
    }
}
