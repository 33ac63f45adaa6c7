using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BlindWrong.OptionsOutOfRange;

public static class StudioOptions
{
    private static readonly KlingRunOptions Serial = new() { MaxInFlight = 0 }; // WRONG 92: MaxInFlight 0 (static readonly field)

    public static KlingRun Run(KlingClient client, IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests, Serial);

    public static KlingRunOptions Budget() => new() { SpendLimit = -1 }; // WRONG 93: SpendLimit negative

    public static KlingRunOptions BudgetDecimal(decimal used)
    {
        var options = new KlingRunOptions { MaxInFlight = 2 };
        options.SpendLimit = -0.5m; // WRONG 94: SpendLimit negative (assignment)
        return options;
    }

    public static KlingRunOptions Unlimited() => new()
    {
        MaxInFlight = -1, // WRONG 95: MaxInFlight negative
        SpendLimit = 100,
    };

    public static KlingClientOptions Patient() => new() { JobTimeout = TimeSpan.FromHours(2) }; // WRONG 96: JobTimeout beyond the hour

    public static KlingClientOptions Days() => new() { JobTimeout = new TimeSpan(1, 0, 0, 0) }; // WRONG 97: JobTimeout in days

    public static KlingClientOptions Instant() => new() { SubmitTimeout = TimeSpan.Zero }; // WRONG 98: SubmitTimeout zero

    public static KlingClientOptions Endless() => new() { SubmitTimeout = Timeout.InfiniteTimeSpan }; // WRONG 99: SubmitTimeout infinite

    public static KlingClientOptions Plain() => new() { BaseAddress = new Uri("http://proxy.acme-studio.com/segmind") }; // WRONG 100: http BaseAddress

    public static KlingClientOptions PlainUpload() => new() { UploadAddress = new Uri("http://storage.acme-studio.com/upload-asset") }; // WRONG 101: http UploadAddress

    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddKling(options =>
        {
            options.MaxPollsPerSecond = 0; // WRONG 102: MaxPollsPerSecond 0 (DI)
            options.ValidateRequests = true;
        });
        services.AddKling("bulk", options => options.MaxUploadSize = 0); // WRONG 103: MaxUploadSize 0 (DI)
        return services;
    }

    public static KlingClientOptions Fast() => new() { MaxPollsPerSecond = 20_000 }; // WRONG 104: MaxPollsPerSecond beyond 10,000

    public static KlingClientOptions Open() => new() { InsecureHosts = ["api.segmind.com"] }; // WRONG 105: InsecureHosts with Segmind

    public static KlingClientOptions Polls() => new() { Polling = PollingStrategy.Fixed(TimeSpan.Zero) }; // WRONG 106: poll interval zero

    public static PollingStrategy Shrinking() => PollingStrategy.Exponential(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), factor: 0.5); // WRONG 107: factor below 1
}
