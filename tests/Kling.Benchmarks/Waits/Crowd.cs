using Kling.Emulator;

namespace Kling.Benchmarks.Waits;

/// <summary>Jobs that are all waited for at once, brought into one state.</summary>
internal sealed class Crowd(int waits) : IDisposable
{
    // Past the first poll of each, which comes after half of the duration, and before the first end.
    private const double Middle = 0.8;

    // Longer than any pause after the first poll, with its jitter.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(16.6);

    private readonly Server _server = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly KlingJob[] _jobs = new KlingJob[waits];
    private readonly Task<KlingResult>[] _waits = new Task<KlingResult>[waits];
    private KlingClient? _client;

    public async Task StartAsync(WaitState state)
    {
        _client = _server.CreateClient(PollingStrategy.LatencyAware(seed: waits));
        for (int i = 0; i < waits; i++)
        {
            _jobs[i] = await _client.SubmitAsync(Server.Request).ConfigureAwait(false);
            _waits[i] = _jobs[i].WaitForCompletionAsync(cancellationToken: _cancel.Token);
        }

        if (state is WaitState.FirstPause)
        {
            return;
        }

        _server.Clock.Advance(Server.Duration * Middle);
        if (state is WaitState.InFlight)
        {
            _server.Gate.IsClosed = true;
            _server.Clock.Advance(LongestPause);
        }
        else if (state is WaitState.InLine)
        {
            _server.Emulator.When(static request => request.Operation is EmulatorOperation.Status, EmulatorFault.RateLimit(TimeSpan.FromMinutes(5)), times: 1);
            _server.Clock.Advance(LongestPause);
        }

        Check(state);
    }

    /// <summary>Cancels all at once.</summary>
    /// <returns>The milliseconds of virtual time until the last has ended.</returns>
    public async Task<int> CancelAsync(int most)
    {
        var grace = TimeSpan.FromSeconds(10);
        var all = Task.WhenAll(_waits);
        await _cancel.CancelAsync().ConfigureAwait(false);
        int milliseconds = 0;
        while (milliseconds < most && await Task.WhenAny(all, Task.Delay(grace)).ConfigureAwait(false) != all)
        {
            _server.Clock.Advance(TimeSpan.FromMilliseconds(1));
            milliseconds++;
        }

        return _waits.All(static wait => wait.IsCanceled) ? milliseconds : throw new InvalidOperationException("A wait did not end as cancelled.");
    }

    public void Dispose()
    {
        _client?.Dispose();
        _cancel.Dispose();
        _server.Dispose();
    }

    private void Check(WaitState state)
    {
        EmulatorCounters received = _server.Emulator.Counters;
        bool isThere = _jobs.All(static job => job.Status is KlingJobStatus.Processing) && received.ResultGets == 0
            && (state is not WaitState.InFlight || _server.Gate.Kept == waits);
        if (!isThere)
        {
            throw new InvalidOperationException($"The waits are not all {state}.");
        }
    }
}
