using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>The options of a <see cref="KlingClient"/>. The client copies them, so later changes have no effect.</summary>
public sealed class KlingClientOptions
{
    private const double SlowestPolls = 0.001;
    private const double FastestPolls = 10_000;

    /// <summary>The base URL of the API.</summary>
    /// <value> An absolute https URL; http is allowed only for this machine and for <see cref="InsecureHosts"/>. A path is kept:
    /// <c>https://proxy.example/segmind</c>. The default is <c>https://api.segmind.com</c>.
    /// </value>
    public Uri BaseAddress { get; set; } = SegmindHost.Api;

    /// <summary>The URL for uploads of local files. The API key is sent to it too.</summary>
    /// <value> The same rules as for <see cref="BaseAddress"/>, but the complete URL: <c>https://storage.example/upload-asset</c>. The
    /// default,
    /// <see langword="null"/>, is Segmind Storage (<c>https://workflows-api.segmind.com/upload-asset</c>) if <see cref="BaseAddress"/> is
    /// the default. Otherwise it is
    /// <c>upload-asset</c> under <see cref="BaseAddress"/>, so
    /// that uploads go to your proxy or emulator, and Segmind does not receive a key that is meant for another server.
    /// </value>
    public Uri? UploadAddress { get; set; }

    /// <summary>The base URL of the account's history. The API key is sent to it too.</summary>
    /// <value> The same rules as for <see cref="BaseAddress"/>. The default, <see langword="null"/>, is
    /// <c>https://api.spotprod.segmind.com</c> if <see cref="BaseAddress"/> is the default; this host is known from Segmind's own Python client
    /// only. Otherwise it is <see cref="BaseAddress"/>, so that Segmind does not receive a key that is meant for another server.
    /// </value>
    public Uri? AccountAddress { get; set; }

    /// <summary>
    /// Whether a job whose record the server has deleted is looked up in the account's history (<see cref="AccountAddress"/>). Its result is
    /// then available while its files are, for 7 days.
    /// </summary>
    /// <value>The default is <see langword="true"/>; if it is <see langword="false"/>, a <see cref="KlingJobExpiredException"/> is thrown at
    /// once.</value>
    public bool FindExpiredJobs { get; set; } = true;

    /// <summary>
    /// Hosts that <see cref="BaseAddress"/>, <see cref="UploadAddress"/> and <see cref="AccountAddress"/> may use with http, for example for an emulator in another
    /// container. The API key is sent to them unencrypted.
    /// </summary>
    /// <value> Exact host names or IP addresses without scheme, port or wildcard, for example <c>emulator</c>. Case and a trailing dot are
    /// ignored.
    /// <c>segmind.com</c> and its subdomains are not allowed. The default is none.
    /// </value>
    public IReadOnlyList<string> InsecureHosts { get; set; } = [];

    /// <summary>The size of the largest file that is uploaded, in bytes.</summary>
    /// <value>1 or more. The default is 50 MiB: the largest input that a model's page allows. The storage service documents no
    /// limit.</value>
    public long MaxUploadSize { get; set; } = 50 * 1024 * 1024;

    /// <summary>The API key. It is not serialized.</summary>
    /// <value>White space around it is removed. The default, <see langword="null"/>, means the environment variable
    /// <c>SEGMIND_API_KEY</c>.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)] // The compiler hides the field of a property only if it does not optimize.
    [JsonIgnore]
    [IgnoreDataMember]
    public string? ApiKey { get; set; }

    /// <summary>Whether a request is validated against its schema before it is sent.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>
    /// Whether a submit is retried after a 500 or 503, at most 3 times. The server may have accepted it, so each retry may be billed again.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RetrySubmitOnServerError { get; set; }

    /// <summary>Whether a submit is retried after a 429, at most 3 times, when the server's limit resets.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RetrySubmitOnRateLimit { get; set; } = true;

    /// <summary>How long a submit may take, retries included.</summary>
    /// <value>More than zero, at most one hour. The default is 100 s.</value>
    public TimeSpan SubmitTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>A callback that is awaited once before each submit, after validation. Use it to store what is about to be sent.</summary>
    /// <value> If it throws, nothing is sent and the submit throws the same exception. It receives the caller's cancellation token. The
    /// default,
    /// <see langword="null"/>, does nothing.
    /// </value>
    public Func<KlingSubmitIntent, CancellationToken, Task>? OnSubmitting { get; set; }

    /// <summary>
    /// A callback that is awaited once after each submit that was accepted, before the call returns. Use it to store the job's token.
    /// </summary>
    /// <value> If it throws, the submit throws a <see cref="KlingCallbackException"/>, which contains the job. It is not called for a
    /// submit that was refused or is unconfirmed, and a cancellation does not stop it. The default, <see langword="null"/>, does nothing.
    /// </value>
    public Func<KlingSubmitIntent, KlingJob, Task>? OnSubmitted { get; set; }

    /// <summary>How long a wait for a job may take if the call does not set a timeout.</summary>
    /// <value> From zero to one hour, because the server keeps the job's record for one hour; <see cref="Timeout.InfiniteTimeSpan"/> means
    /// the whole hour. The default, <see langword="null"/>, is the larger of 15 min and five times the model's typical duration. A wait
    /// never continues after that hour. In configuration, write
    /// <c>00:30:00</c>;
    /// <c>1800</c> would mean days.
    /// </value>
    public TimeSpan? JobTimeout { get; set; }

    /// <summary>The schedule of polls.</summary>
    /// <value>The default is a <see cref="PollingStrategy.LatencyAware"/> for each client. Clients that share one instance learn from each
    /// other's jobs.</value>
    public PollingStrategy Polling { get; set; } = PollingStrategy.LatencyAware();

    /// <summary>
    /// Maximum number of polls per second across all jobs of the client. Excess polls are queued; requests for a result that is known to be
    /// ready go first. When the server throttles one request (429 or 503 with <c>x-rate-limit-reset-at-utc</c> or <c>Retry-After</c>), all
    /// polls and submits pause, then resume at this rate.
    /// </summary>
    /// <value>From 0.001 to 10,000. The default is 100, which is enough for more than a thousand jobs of three minutes.</value>
    public double MaxPollsPerSecond { get; set; } = 100;

    /// <summary>The clock.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The logger factory. The API key and the bodies are never logged.</summary>
    /// <value>The default, <see langword="null"/>, logs nothing.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Validates the options as the constructor of <see cref="KlingClient"/> does: the ranges, the URLs and the API key.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or the key is not valid. The message never contains the
    /// key.</exception>
    /// <exception cref="InvalidOperationException">There is no API key, neither here nor in the environment variable
    /// <c>SEGMIND_API_KEY</c>.</exception>
    public void Validate()
    {
        _ = Checked();
        _ = new ApiAddress(BaseAddress, InsecureHosts);
        _ = new ApiAddress(EffectiveUploadAddress(), InsecureHosts, nameof(KlingClientOptions.UploadAddress));
        _ = new ApiAddress(EffectiveAccountAddress(), InsecureHosts, nameof(KlingClientOptions.AccountAddress));
        _ = Kling.ApiKey.From(ApiKey);
    }

    /// <summary>A validated copy without the key.</summary>
    internal KlingClientOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(BaseAddress);
        ArgumentNullException.ThrowIfNull(InsecureHosts);
        ArgumentNullException.ThrowIfNull(Polling);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        PlainHttp.Check(InsecureHosts);
        OptionRange.CheckSubmitTimeout(SubmitTimeout);
        OptionRange.CheckJobTimeout(JobTimeout);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxUploadSize, 1);
        if (MaxPollsPerSecond is not (>= SlowestPolls and <= FastestPolls))
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxPollsPerSecond),
                MaxPollsPerSecond,
                "MaxPollsPerSecond must be between 0.001 and 10,000."
            );
        }

        var copy = (KlingClientOptions)MemberwiseClone();
        copy.ApiKey = null;
        return copy;
    }

    /// <summary>The URL for uploads, with the default applied.</summary>
    internal Uri EffectiveUploadAddress() => UploadAddress ?? SegmindHost.Upload(BaseAddress);

    /// <summary>The base URL of the history, with the default applied.</summary>
    internal Uri EffectiveAccountAddress() => AccountAddress ?? SegmindHost.Account(BaseAddress);
}
