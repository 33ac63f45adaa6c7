namespace Kling.Benchmarks.Budget;

/// <summary>A client whose jobs end in an order by chance, when they are told to.</summary>
internal sealed class BudgetClient(Random random) : KlingClient
{
    private readonly List<OpenJob> _open = [];
    private int _jobs;

    public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default)
    {
        var job = new OpenJob($"job-{_jobs++}", (PricedRequest)request);
        _open.Add(job);
        return Task.FromResult<KlingJob>(job);
    }

    /// <summary>Ends one of the jobs.</summary>
    public void EndOne()
    {
        OpenJob job = _open[random.Next(_open.Count)];
        _ = _open.Remove(job);
        job.End();
    }

    private sealed class OpenJob(string id, PricedRequest request) : KlingJob
    {
        private readonly TaskCompletionSource<KlingResult> _end = new();

        public override string RequestId => id;

        public override string Slug => request.Model.Slug;

        public override Task<KlingResult> WaitForCompletionAsync(
            TimeSpan? timeout = null,
            IProgress<KlingProgress>? progress = null,
            CancellationToken cancellationToken = default) => _end.Task;

        public void End() => _end.SetResult(KlingFactory.Result(id, Slug, metrics: new KlingMetrics { Cost = request.Price }));
    }
}
