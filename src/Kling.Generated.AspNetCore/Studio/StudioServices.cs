using System.Runtime.CompilerServices;
using Kling.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kling;

/// <summary>The models, the client and the jobs of the studio: the application's, or its own.</summary>
internal sealed class StudioServices : IAsyncDisposable
{
    private readonly SegmindEmulator? _emulator;
    private readonly KlingClient? _ownClient;

    public StudioServices(IServiceProvider services, IOptions<KlingStudioOptions> options, ILoggerFactory loggers)
    {
        KlingStudioOptions set = options.Value;
        Models = set
            .Models.Select(static model => new WebModel(model))
            .ToDictionary(static model => model.Model.Slug, StringComparer.Ordinal);
        Ordered = [.. set.Models.Select(model => Models[model.Slug])];
        (Client, ReadOnlyBecause) = ClientOf(services);
        IsEmulator = set.IsEmulator;
        if (Client is null && ReadOnlyBecause is null)
        {
            if (RuntimeFeature.IsDynamicCodeSupported)
            {
                _emulator = new SegmindEmulator(set.Models, new SegmindEmulatorOptions { TimeScale = set.EmulatorTimeScale });
                Client = _ownClient = _emulator.CreateClient();
                IsEmulator = true;
            }
            else
            {
                ReadOnlyBecause = "The application has no client. The emulator needs reflection, so a native AOT application has none.";
            }
        }

        TimeScale = IsEmulator ? set.EmulatorTimeScale : 1;
        if (set.IsReadOnly)
        {
            ReadOnlyBecause = "This studio is read-only.";
        }

        Jobs = Client is null ? null : services.GetService<KlingJobs>() ?? (OwnJobs = Create(Client, set.Folder, loggers));
    }

    /// <summary>The models in the order in which they are listed.</summary>
    public IReadOnlyList<WebModel> Ordered { get; }

    /// <summary>The models by slug.</summary>
    public IReadOnlyDictionary<string, WebModel> Models { get; }

    /// <summary>The client, or <see langword="null"/> without an API key.</summary>
    public KlingClient? Client { get; }

    /// <summary>The jobs, or <see langword="null"/> without an API key.</summary>
    public KlingJobs? Jobs { get; }

    /// <summary>The jobs, if they are the studio's own.</summary>
    public KlingJobs? OwnJobs { get; }

    /// <summary>Whether nothing is spent.</summary>
    public bool IsEmulator { get; }

    /// <summary>How many times faster than in reality jobs run.</summary>
    public double TimeScale { get; }

    /// <summary>Why nothing can be submitted, or <see langword="null"/> if it can.</summary>
    public string? ReadOnlyBecause { get; }

    public async ValueTask DisposeAsync()
    {
        if (OwnJobs is not null)
        {
            await OwnJobs.DisposeAsync().ConfigureAwait(false);
        }

        _ownClient?.Dispose();
        _emulator?.Dispose();
    }

    private static (KlingClient? Client, string? Missing) ClientOf(IServiceProvider services)
    {
        try
        {
            return (services.GetService<KlingClient>(), null);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OptionsValidationException)
        {
            // The message says which option is missing; it never has a key in it.
            return (null, e.Message);
        }
    }

    private static KlingJobs Create(KlingClient client, string folder, ILoggerFactory loggers)
    {
        string full = Directory.CreateDirectory(folder).FullName;
        return new KlingJobs(
            client,
            options =>
            {
                _ = options.UseSqlite(Path.Combine(full, "kling-jobs.db"));
                options.SaveTo = full;
                options.LoggerFactory = loggers;
            }
        );
    }
}
