using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kling.Cli;

/// <summary>A progress bar for each job, redrawn by the clock: for terminals.</summary>
internal sealed class LiveBoard(IAnsiConsole console) : IJobBoard
{
    private readonly ConcurrentDictionary<int, JobView> _jobs = new();
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private ProgressContext? _context;

    public Task ShowAsync(IReadOnlyList<JobView> jobs, Func<Task> work) =>
        console
            .Progress()
            .Columns(
                new JobColumn(_jobs, static job => PlainText.Cell(job.Name)),
                new JobColumn(_jobs, static job => new JobBar(job.Share)),
                new JobColumn(_jobs, static job => new Text(job.Times))
            )
            .StartAsync(context =>
            {
                _context = context;
                foreach (JobView job in jobs)
                {
                    AddLine(job);
                }

                return work();
            });

    public void Add(JobView job)
    {
        lock (_announced)
        {
            foreach ((int line, JobView shown) in _jobs)
            {
                if (shown.IsOver)
                {
                    _jobs[line] = job;
                    return;
                }
            }

            AddLine(job);
        }
    }

    public void Note(string text) => console.WriteLine(PlainText.OneLine(text));

    // The clock redraws the bars. An id stands above them, so that it stays even if the process is killed.
    public void Changed(JobView job)
    {
        lock (_announced)
        {
            if (!job.IsStored && job.RequestId is { } id && _announced.Add(id))
            {
                console.WriteLine(PlainText.OneLine($"{job.Slug}: job {id}"));
            }
        }
    }

    private void AddLine(JobView job) => _jobs[_context!.AddTask(Markup.Escape(job.Name), autoStart: false).Id] = job;

    private sealed class JobColumn(ConcurrentDictionary<int, JobView> jobs, Func<JobView, IRenderable> render) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            jobs.TryGetValue(task.Id, out JobView? job) ? render(job) : Text.Empty;
    }
}
