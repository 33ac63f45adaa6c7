using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary>A submit that has arrived and whose response waits for the test.</summary>
internal sealed class HeldSubmit
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    public void Release() => _released.TrySetResult();

    /// <summary>Is asked about each request; none of them gets a fault.</summary>
    public bool Meet(EmulatorRequest request)
    {
        if (request.Operation is EmulatorOperation.Submit)
        {
            _ = _arrived.TrySetResult();
            _released.Task.Wait(TestContext.Current.CancellationToken);
        }

        return false;
    }
}
