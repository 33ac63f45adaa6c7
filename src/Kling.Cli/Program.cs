using System.Runtime.InteropServices;

namespace Kling.Cli;

// A class of its own: for top-level statements the web framework would make a public one.
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        return await KlingCommandLine.RunAsync(args, CliHost.OfProcess(), stop.Token);

        // The first signal lets the command end by itself, with the id of the job that it has submitted. The second ends it at once.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }
}
