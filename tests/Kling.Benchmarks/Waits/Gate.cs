namespace Kling.Benchmarks.Waits;

/// <summary>Lets everything through, and once it is closed keeps every question without an answer, as a server that hangs does.</summary>
internal sealed class Gate(HttpMessageHandler server) : DelegatingHandler(server)
{
    private int _kept;

    public bool IsClosed { get; set; }

    /// <summary>How many questions were kept.</summary>
    public int Kept => Volatile.Read(ref _kept);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsClosed)
        {
            _ = Interlocked.Increment(ref _kept);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
