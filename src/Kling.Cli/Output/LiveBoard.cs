using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kling.Cli;

/// <summary>A progress bar for each job, redrawn by the clock: for terminals.</summary>
internal sealed class LiveBoard(IAnsiConsole console) : IJobBoard
{
    private readonly Dictionary<int, JobView> _jobs = [];
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);

    public Task ShowAsync(IReadOnlyList<JobView> jobs, Func<Task> work) =>
        console
            .Progress()
            .Columns(
                new JobColumn(_jobs, static job => PlainText.Cell(job.Slug)),
                new JobColumn(_jobs, static job => new JobBar(job.Share)),
                new JobColumn(_jobs, static job => new Text(job.Times))
            )
            .StartAsync(context =>
            {
                foreach (JobView job in jobs)
                {
                    ProgressTask task = context.AddTask(Markup.Escape(job.Slug), autoStart: false);
                    _jobs[task.Id] = job;
                }

                return work();
            });

    // The clock redraws the bars. An id stands above them, so that it stays even if the process is killed.
    public void Changed(JobView job)
    {
        lock (_announced)
        {
            if (job.RequestId is { } id && _announced.Add(id))
            {
                console.WriteLine(PlainText.OneLine($"{job.Slug}: job {id}"));
            }
        }
    }

    private sealed class JobColumn(Dictionary<int, JobView> jobs, Func<JobView, IRenderable> render) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            jobs.TryGetValue(task.Id, out JobView? job) ? render(job) : Text.Empty;
    }
}
