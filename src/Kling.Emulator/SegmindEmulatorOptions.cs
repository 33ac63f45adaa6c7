namespace Kling.Emulator;

/// <summary>The options of a <see cref="SegmindEmulator"/>.</summary>
public sealed record SegmindEmulatorOptions
{
    // Two thirds of the jobs within a twentieth and twenty times of the typical duration: more is no distribution that anybody has seen.
    private const double MostSpread = 3;

    private const double SlowestScale = 0.000_001;
    private const double FastestScale = 1_000_000_000;

    private const int MostRows = 100;

    private const long Mebibyte = 1024 * 1024;
    private const long LargestBody = 1024 * Mebibyte;

    /// <summary>The base URL of the API.</summary>
    /// <value>An absolute URL. Default: <c>https://api.segmind.com</c>, which is also the client's default.</value>
    public Uri BaseAddress { get; init; } = new("https://api.segmind.com");

    /// <summary>
    /// The base URL of the output files. As at Segmind, it is not the host of the API, and it does not accept the API key.
    /// </summary>
    /// <value>An absolute URL. Default: a host under <c>.invalid</c>, which never exists (RFC 2606).</value>
    public Uri OutputAddress { get; init; } = new("https://output.segmind-emulator.invalid");

    /// <summary>
    /// Whether the emulator responds to requests to any host and uses the host of the request in the URLs of its responses. Use it for a
    /// server that has several names.
    /// </summary>
    /// <value>Default: <see langword="false"/>; only the hosts of <see cref="BaseAddress"/> and <see cref="OutputAddress"/> exist.</value>
    public bool AnyHost { get; init; }

    /// <summary>The only API key that is accepted.</summary>
    /// <value>Default: <see langword="null"/>, which accepts every key of the form <c>SG_</c> followed by 16 hexadecimal digits.</value>
    public string? ApiKey { get; init; }

    /// <summary>The clock that jobs run on. It is only read, when a job's status is requested; no timer runs on it.</summary>
    /// <value>Default: the system clock. Tests can pass their own clock and advance it.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How many times faster than the real service jobs run. A job of 190 s takes 2 s on the clock at 95. It scales jobs only:
    /// records still live for <see cref="RecordLifetime"/>, because clients count that hour on their own clock.
    /// </summary>
    /// <value>From 0.000001 to 1,000,000,000. Default: 1.</value>
    public double TimeScale { get; init; } = 1;

    /// <summary>How long a job's status and result are available, from its submit.</summary>
    /// <value>More than 0, at most 36,500 days. Default: 1 hour, as the service documents.</value>
    public TimeSpan RecordLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The credits of the account; 1 credit is 1 US dollar. A job costs what <see cref="KlingModel.EstimateCost"/> expects. If that is
    /// unknown, it costs the highest estimate, or 1. A submit that costs more than the remaining credits is refused with 406.
    /// </summary>
    /// <value>0 or more. Default: 1,000,000.</value>
    public decimal Credits { get; init; } = 1_000_000;

    /// <summary>
    /// How much the durations of a model's jobs differ: the standard deviation of the natural logarithm of the duration. The times are
    /// log-normally distributed with <see cref="KlingModel.TypicalDuration"/> as their median; at 0.36 two thirds of them lie between 0.7
    /// and 1.43 times of it.
    /// </summary>
    /// <value>From 0 to 3. Default: 0; every job takes exactly the typical time.</value>
    public double LatencySpread { get; init; }

    /// <summary>
    /// Whether the request header <c>x-emulator-fault</c> injects a fault, so that clients in any language can be tested. The README lists
    /// its values. Such a fault applies before the rules of <see cref="SegmindEmulator.When"/> and does not count for them. An invalid
    /// value is refused with 400.
    /// </summary>
    /// <value>Default: <see langword="false"/>, which ignores the header.</value>
    public bool FaultsByHeader { get; init; }

    /// <summary>
    /// A seed that makes the ids of jobs and files and the durations of jobs repeatable, if the submits have the same order.
    /// </summary>
    /// <value>Default: <see langword="null"/>; they are random.</value>
    public int? Seed { get; init; }

    /// <summary>
    /// The maximum size of a request body, before and after it is decompressed. A larger body is refused with 413, and at most this size is
    /// kept in memory.
    /// </summary>
    /// <value>In bytes, from 1 to 1,073,741,824 (1 GiB). Default: 32 MiB.</value>
    public long MaxBodySize { get; init; } = 32 * Mebibyte;

    /// <summary>
    /// The maximum size of the body of an upload, as for <see cref="MaxBodySize"/>. The body contains its files in base64, which needs 4
    /// bytes for every 3.
    /// </summary>
    /// <value>In bytes, from 1 to 1,073,741,824 (1 GiB). Default: 128 MiB, enough for a file of 95 MiB.</value>
    public long MaxUploadSize { get; init; } = 128 * Mebibyte;

    /// <summary>How long after its submit a request appears in the account's history.</summary>
    /// <value>From 0 to 36,500 days. Default: 0; the real delay is not known.</value>
    public TimeSpan HistoryLag { get; init; }

    /// <summary>How long a request stays in the account's history, from its submit. Its body is kept in memory for as long.</summary>
    /// <value>From 0, for no history, to 36,500 days. Default: 7 days, as long as output files are kept.</value>
    public TimeSpan HistoryLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How many rows each request has in the account's history. The service lists a request with several outputs once per output, each time with
    /// the whole cost.
    /// </summary>
    /// <value>From 1 to 100. Default: 1.</value>
    public int HistoryRowsPerRequest { get; init; } = 1;

    /// <summary>
    /// Whether the body of a request is a string that contains JSON in the account's history, instead of an object. It is not known which of the
    /// two the service sends.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool HistoryBodyAsText { get; init; }

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal void Check()
    {
        Require(BaseAddress.IsAbsoluteUri, "BaseAddress must be an absolute URI.");
        Require(OutputAddress.IsAbsoluteUri, "OutputAddress must be an absolute URI.");
        Require(TimeScale is >= SlowestScale and <= FastestScale, "TimeScale must be from 0.000001 to 1,000,000,000.");
        Require(
            RecordLifetime > TimeSpan.Zero && RecordLifetime <= EmulatorFault.LongestTime,
            "RecordLifetime must be more than 0, at most 36,500 days."
        );
        Require(HistoryLag >= TimeSpan.Zero && HistoryLag <= EmulatorFault.LongestTime, "HistoryLag must be from 0 to 36,500 days.");
        Require(
            HistoryLifetime >= TimeSpan.Zero && HistoryLifetime <= EmulatorFault.LongestTime,
            "HistoryLifetime must be from 0 to 36,500 days."
        );
        Require(HistoryRowsPerRequest is >= 1 and <= MostRows, "HistoryRowsPerRequest must be from 1 to 100.");
        Require(Credits >= 0, "Credits must be 0 or more.");
        Require(LatencySpread is >= 0 and <= MostSpread, "LatencySpread must be from 0 to 3.");
        Require(MaxBodySize is >= 1 and <= LargestBody, "MaxBodySize must be from 1 to 1,073,741,824 bytes.");
        Require(MaxUploadSize is >= 1 and <= LargestBody, "MaxUploadSize must be from 1 to 1,073,741,824 bytes.");

        static void Require(bool holds, string rule)
        {
            if (!holds)
            {
                throw new ArgumentException(rule, "options");
            }
        }
    }
}
