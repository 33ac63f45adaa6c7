namespace Kling.Cli;

/// <summary>Shows jobs while they run. Its members may be called from several threads.</summary>
internal interface IJobBoard
{
    /// <summary>Shows the jobs until the work is done.</summary>
    Task ShowAsync(IReadOnlyList<JobView> jobs, Func<Task> work);

    /// <summary>Shows one more job, in the place of one that is over if there is one.</summary>
    void Add(JobView job);

    /// <summary>Shows a line, too.</summary>
    void Note(string text);

    /// <summary>Called when the status of a job has changed or its id has become known.</summary>
    void Changed(JobView job);
}
