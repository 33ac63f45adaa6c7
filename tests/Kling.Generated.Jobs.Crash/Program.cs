using System.Diagnostics;
using Kling;
using Kling.Tests.Crash;

// Workers of the tests, in a process that dies. It is told everything in one argument, and it ends with its parent: then its input ends.
WorkerPlan[] plans = WorkerPlan.Parse(args[0]);
int living = plans.Length;

// Whoever is at its step stays there until all are, and takes a thread for it.
_ = ThreadPool.SetMinThreads(plans.Length * 8, 8);
_ = Task.Factory.StartNew(EndWithParent, TaskCreationOptions.LongRunning);
await Task.WhenAll(plans.Select(WorkAsync));

async Task WorkAsync(WorkerPlan plan)
{
    int left = plan.Occurrence;
    using KlingClient client = plan.CreateClient();
    await using KlingJobs jobs = plan.CreateJobs(client, Reached);
    await (plan.UntilDrained ? jobs.DrainAsync() : jobs.RunInHostAsync(CancellationToken.None));
    if (plan.DieAt is not null && Volatile.Read(ref left) <= 0)
    {
        // One ticket stays at its step, and the worker has finished the others. The process is killed when all of its workers are at theirs.
        await Task.Delay(Timeout.Infinite);
    }

    if (plan.DieAt is { } missed)
    {
        await Console.Error.WriteLineAsync($"The worker of {plan.Store} has ended without {missed}.");
        Environment.Exit(2);
    }

    void Reached(WorkerStep step)
    {
        if (step == plan.DieAt && Interlocked.Decrement(ref left) == 0)
        {
            if (Interlocked.Decrement(ref living) == 0)
            {
                // SIGKILL: nothing is closed, flushed or caught.
                Process.GetCurrentProcess().Kill();
            }

            Thread.Sleep(Timeout.Infinite);
        }
    }
}

static void EndWithParent()
{
    _ = Console.In.ReadToEnd();
    Environment.Exit(1);
}
