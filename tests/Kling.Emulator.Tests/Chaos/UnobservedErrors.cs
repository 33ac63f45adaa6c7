namespace Kling.Emulator.Tests.Chaos;

/// <summary>Collects the exceptions of tasks that nobody looks at, between its making and <see cref="Collect"/>.</summary>
internal sealed class UnobservedErrors : IDisposable
{
    private readonly List<Exception> _errors = [];

    public UnobservedErrors()
    {
        Finish();
        TaskScheduler.UnobservedTaskException += Note;
    }

    public IReadOnlyList<Exception> Collect()
    {
        Finish();
        lock (_errors)
        {
            return [.. _errors];
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private static void Finish()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        lock (_errors)
        {
            _errors.Add(e.Exception);
        }
    }
}
