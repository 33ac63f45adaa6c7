namespace Kling.Emulator;

/// <summary>How a <see cref="SegmindEmulator"/> behaves.</summary>
public sealed record SegmindEmulatorOptions
{
    // Two thirds of the jobs within a twentieth and twenty times of the typical duration: more is no distribution that anybody has seen.
    private const double MostSpread = 3;

    private const double SlowestScale = 0.000_001;
    private const double FastestScale = 1_000_000_000;

    private const long Mebibyte = 1024 * 1024;
    private const long LargestBody = 1024 * Mebibyte;

    /// <summary>Where the API answers.</summary>
    /// <value>Absolute. Default: <c>https://api.segmind.com</c>, so that a client needs no other setting.</value>
    public Uri BaseAddress { get; init; } = new("https://api.segmind.com");

    /// <summary>Where the finished files are. It is another host than the API's, as it is at Segmind, and takes no API key.</summary>
    /// <value>Absolute. Default: a host under <c>.invalid</c>, which RFC 2606 keeps from ever existing.</value>
    public Uri OutputAddress { get; init; } = new("https://output.segmind-emulator.invalid");

    /// <summary>
    /// Whether requests to every host are the emulator's, and the URLs in responses name the host of the request. For a server that is reached by several names.
    /// </summary>
    /// <value>Default: <see langword="false"/>: other hosts than those of <see cref="BaseAddress"/> and <see cref="OutputAddress"/> do not exist.</value>
    public bool AnyHost { get; init; }

    /// <summary>The only API key that is accepted.</summary>
    /// <value>Default: <see langword="null"/>, which accepts every key of Segmind's shape, <c>SG_</c> and 16 hexadecimal digits.</value>
    public string? ApiKey { get; init; }

    /// <summary>The clock that jobs run on. Nothing is scheduled on it: a job's state is computed when it is asked for.</summary>
    /// <value>Default: the system's. A test passes its own and advances it.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How many times faster than the real service jobs run. A job of 190 s takes 2 s on the clock at 95. It scales jobs only:
    /// records still live for <see cref="RecordLifetime"/>, because clients count that hour on their own clock.
    /// </summary>
    /// <value>From 0.000001 to 1,000,000,000. Default: 1.</value>
    public double TimeScale { get; init; } = 1;

    /// <summary>How long a job's status and result can be asked for, from its submit.</summary>
    /// <value>More than 0, at most 36,500 days. Default: 1 hour, as the service documents.</value>
    public TimeSpan RecordLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// What the account may spend. A job costs its model's <see cref="KlingModel.TypicalCost"/>, or 1 where that is unknown; the emulator's
    /// credit is a US dollar. A submit that the rest does not pay for is answered with 406.
    /// </summary>
    /// <value>0 or more. Default: 1,000,000.</value>
    public decimal Credits { get; init; } = 1_000_000;

    /// <summary>
    /// How much jobs of one model differ in the time they take: the standard deviation of its natural logarithm. The times are log-normally distributed
    /// with <see cref="KlingModel.TypicalDuration"/> as their median; at 0.36 two thirds of them lie between 0.7 and 1.43 times of it.
    /// </summary>
    /// <value>From 0 to 3. Default: 0, at which every job takes exactly the typical time.</value>
    public double LatencySpread { get; init; }

    /// <summary>
    /// Whether a request may ask for its own fault in the header <c>x-emulator-fault</c>, so that a client in any language can be tested. The README
    /// lists what it takes. Such a fault comes before those of <see cref="SegmindEmulator.When"/> and does not use them up; one that cannot be read is answered with 400.
    /// </summary>
    /// <value>Default: <see langword="false"/>, which ignores the header.</value>
    public bool FaultsByHeader { get; init; }

    /// <summary>Makes the ids of jobs and files, and how long jobs take, the same in every run that submits in the same order.</summary>
    /// <value>Default: <see langword="null"/>, which makes them random.</value>
    public int? Seed { get; init; }

    /// <summary>The size of the largest request body that is accepted, before and after it is decompressed. A larger one is answered with 413, and no more than this is kept in memory.</summary>
    /// <value>In bytes, from 1 to 1,073,741,824 (1 GiB). Default: 32 MiB.</value>
    public long MaxBodySize { get; init; } = 32 * Mebibyte;

    /// <summary>
    /// As <see cref="MaxBodySize"/>, for the body of an upload. It holds its files in base64, which needs 4 bytes for 3.
    /// </summary>
    /// <value>In bytes, from 1 to 1,073,741,824 (1 GiB). Default: 128 MiB, enough for a file of 95 MiB.</value>
    public long MaxUploadSize { get; init; } = 128 * Mebibyte;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal void Check()
    {
        Require(BaseAddress.IsAbsoluteUri, "BaseAddress must be an absolute URI.");
        Require(OutputAddress.IsAbsoluteUri, "OutputAddress must be an absolute URI.");
        Require(TimeScale is >= SlowestScale and <= FastestScale, "TimeScale must be from 0.000001 to 1,000,000,000.");
        Require(RecordLifetime > TimeSpan.Zero && RecordLifetime <= EmulatorFault.LongestTime, "RecordLifetime must be more than 0, at most 36,500 days.");
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
