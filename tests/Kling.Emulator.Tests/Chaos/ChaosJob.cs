using Kling.Models;

namespace Kling.Emulator.Tests.Chaos;

/// <summary>One job from its submit to its end, with the faults that it met.</summary>
internal sealed class ChaosJob(int number, int seed, bool repeatsServerErrors, ChaosFaults faults)
{
    private static readonly AsyncLocal<ChaosJob> Running = new();

    private readonly Random _random = new(HashCode(seed, number));

    /// <summary>The job on whose behalf the caller runs.</summary>
    public static ChaosJob Current => Running.Value!;

    /// <summary>What makes the request one of a kind, and tells its jobs in the emulator from all others.</summary>
    public string Prompt { get; } = FormattableString.Invariant($"Job {number}.");

    /// <summary>The fault of each submit, in their order; empty for none.</summary>
    public List<string> Submits { get; } = [];

    /// <summary>The fault of each question and download.</summary>
    public List<string> Gets { get; } = [];

    /// <summary>Whether a question met a fault that may end the wait.</summary>
    public bool MetAnEnd { get; private set; }

    /// <summary>The id, if the client was told one.</summary>
    public string? RequestId { get; private set; }

    public KlingResult? Result { get; private set; }

    public Exception? Error { get; private set; }

    /// <summary>Whether another submit was allowed after the given one.</summary>
    public bool MayRepeatAfter(string fault) =>
        ChaosFaults.Repeated.Any(allowed => fault.Contains(allowed, StringComparison.Ordinal))
        || (repeatsServerErrors && ChaosFaults.RepeatedIfAsked.Any(allowed => fault.StartsWith(allowed, StringComparison.Ordinal)));

    /// <summary>The fault for a request that goes out now.</summary>
    public string? Next(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Post)
        {
            string? fault = faults.ForSubmit(_random, repeatsServerErrors);
            Submits.Add(fault ?? "");
            return fault;
        }

        bool isQuestion = request.RequestUri!.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal);
        (string? get, bool isEnd) = isQuestion ? faults.ForQuestion(_random) : (faults.ForDownload(_random), false);
        MetAnEnd |= isEnd;
        Gets.Add(get ?? "");
        return get;
    }

    /// <summary>Runs it. Nothing is thrown: what went wrong is <see cref="Error"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="saveAs">Where to save the video; <see langword="null"/> to leave it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(KlingClient client, string? saveAs, CancellationToken cancellationToken)
    {
        Running.Value = this;
        try
        {
            KlingJob job = await client.SubmitAsync(Request(), cancellationToken);
            RequestId = job.RequestId;
            Result = await job.WaitForCompletionAsync(cancellationToken: cancellationToken);
            if (saveAs is not null)
            {
                await Result.Video!.SaveAsync(saveAs, cancellationToken);
            }
        }
        catch (Exception e)
        {
            Error = e;
        }
    }

    public override string ToString() =>
        $"{Prompt} {RequestId}: submits [{string.Join(" | ", Submits)}], gets [{string.Join(" | ", Gets)}]: {Error?.ToString() ?? "result"}";

    private IKlingRequest Request() => number % 2 == 0
        ? new KlingO3Text2VideoRequest { Prompt = Prompt }
        : new KlingO1ImageToVideoRequest { Prompt = Prompt, StartImageUrl = new Uri("https://example.com/a.png") };

    // System.HashCode is another one in every process.
    private static int HashCode(int seed, int number) => unchecked((seed * 486_187_739) + (number * 16_777_619));
}
