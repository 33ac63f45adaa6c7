using Microsoft.Extensions.Configuration;

namespace Kling;

/// <summary>The options that configuration can set. What is not there leaves the option as it is.</summary>
internal sealed class KlingSettings
{
    public string? ApiKey { get; set; }

    public Uri? BaseAddress { get; set; }

    public Uri? UploadAddress { get; set; }

    public long? MaxUploadSize { get; set; }

    public bool? ValidateRequests { get; set; }

    public bool? RetrySubmitOnServerError { get; set; }

    public bool? RetrySubmitOnRateLimit { get; set; }

    public double? MaxPollsPerSecond { get; set; }

    public TimeSpan? SubmitTimeout { get; set; }

    public TimeSpan? JobTimeout { get; set; }

    /// <summary>Reads a section. A setting that does not exist is an error: it is most likely misspelt.</summary>
    public static KlingSettings Read(IConfiguration section) =>
        section.Get<KlingSettings>(static binding => binding.ErrorOnUnknownConfiguration = true) ?? new KlingSettings();

    public void ApplyTo(KlingClientOptions options)
    {
        options.ApiKey = ApiKey ?? options.ApiKey;
        options.BaseAddress = BaseAddress ?? options.BaseAddress;
        options.UploadAddress = UploadAddress ?? options.UploadAddress;
        options.MaxUploadSize = MaxUploadSize ?? options.MaxUploadSize;
        options.ValidateRequests = ValidateRequests ?? options.ValidateRequests;
        options.RetrySubmitOnServerError = RetrySubmitOnServerError ?? options.RetrySubmitOnServerError;
        options.RetrySubmitOnRateLimit = RetrySubmitOnRateLimit ?? options.RetrySubmitOnRateLimit;
        options.MaxPollsPerSecond = MaxPollsPerSecond ?? options.MaxPollsPerSecond;
        options.SubmitTimeout = SubmitTimeout ?? options.SubmitTimeout;
        options.JobTimeout = JobTimeout ?? options.JobTimeout;
    }
}
