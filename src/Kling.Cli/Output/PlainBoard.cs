namespace Kling.Cli;

/// <summary>A line for each event: for logs and pipes.</summary>
internal sealed class PlainBoard(Screen screen) : IJobBoard
{
    public Task ShowAsync(IReadOnlyList<JobView> jobs, Func<Task> work) => work();

    public void Add(JobView job) { }

    public void Note(string text) => screen.Note(text);

    public void Changed(JobView job) => screen.Note($"{job.Name}: {job.Times}{(job.RequestId is null ? "" : $" (job {job.RequestId})")}");
}
