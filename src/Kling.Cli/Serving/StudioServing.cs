using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kling.Cli;

/// <summary>Serves the studio on this machine, and works on its jobs.</summary>
internal sealed class StudioServing(ModelCatalogue catalogue, Connection connection, KlingJobs jobs, CliHost host, Screen screen)
{
    /// <summary>Serves until it is cancelled. Submits that are in flight are finished first.</summary>
    /// <exception cref="CliFailure">The address is in use, or another process works on the same SQLite file.</exception>
    public async Task ServeAsync(Uri address, bool opensBrowser, CancellationToken cancellationToken)
    {
        await using WebApplication application = LocalApplication.Create(address, Configure);
        _ = application.MapKlingStudio("/");
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            throw new CliFailure(ExitCodes.Unexpected, $"--urls: the studio cannot listen on {address}: {e.Message}", e);
        }

        Announce(LocalApplication.AddressOf(application, address).AbsoluteUri, opensBrowser);
        try
        {
            await jobs.RunAsync(cancellationToken);
        }
        catch (InvalidOperationException e) when (e.InnerException is IOException)
        {
            throw new CliFailure(ExitCodes.StoreInUse, e.Message, e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }

        await application.StopAsync(CancellationToken.None);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        _ = builder.Services.AddLogging().AddRouting();

        // The tokens of the page end with the command, so no key of theirs is stored.
        _ = builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        _ = builder.Services.AddSingleton(connection.Client).AddSingleton(jobs);
        _ = builder.Services.AddKlingStudio(studio =>
        {
            studio.Models = catalogue.Models;
            studio.IsEmulator = connection.IsEmulator;
            studio.EmulatorTimeScale = connection.TimeScale;
        });
    }

    private void Announce(string url, bool opensBrowser)
    {
        screen.Line(url);
        screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("address", url);
            writer.WriteEndObject();
        });
        screen.Note(
            connection.IsEmulator
                ? "The studio runs jobs on the built-in emulator: no key, no cost. --live runs them at Segmind. Press Ctrl+C to stop."
                : "The studio runs jobs at Segmind. It asks before each job. Press Ctrl+C to stop."
        );
        if (opensBrowser && host.ErrorIsTerminal)
        {
            Open(url);
        }
    }

    private void Open(string url)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(url) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            screen.Note($"No browser could be opened. Open {url} yourself.");
        }
    }
}
