using Kling.Emulator;

namespace Kling.Tests.Jobs;

/// <summary>Says when so many submits have come to an emulator.</summary>
internal sealed class SubmitProgress
{
    private readonly Lock _lock = new();
    private int _submits;
    private (int Count, TaskCompletionSource Reached)? _awaited;

    public SubmitProgress(SegmindEmulator emulator) =>
        emulator.When(
            request =>
            {
                if (request.Operation is EmulatorOperation.Submit)
                {
                    Count();
                }

                return false;
            },
            EmulatorFault.EmptyBody()
        );

    public async Task ReachAsync(int submits, CancellationToken cancellationToken)
    {
        Task reached;
        lock (_lock)
        {
            var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (submits, awaited);
            reached = _submits >= submits ? Task.CompletedTask : awaited.Task;
        }

        await reached.WaitAsync(cancellationToken);
    }

    private void Count()
    {
        lock (_lock)
        {
            if (++_submits >= _awaited?.Count)
            {
                _ = _awaited.Value.Reached.TrySetResult();
            }
        }
    }
}
