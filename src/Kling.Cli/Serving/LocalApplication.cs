using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Kling.Cli;

/// <summary>A small web server at one address, which ends with the command.</summary>
internal static class LocalApplication
{
    // Requests that still wait for a response are cut off: a slow body may take minutes.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Creates it. It does not listen yet.</summary>
    /// <param name="address">An http URL without a path.</param>
    /// <param name="configure">Adds services.</param>
    public static WebApplication Create(Uri address, Action<WebApplicationBuilder> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(static kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
            });
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = ShutdownTimeout);

        // The command listens to Ctrl+C itself.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, CommandLifetime>());
        configure(builder);
        WebApplication application = builder.Build();
        application.Urls.Add(Bound(address));
        return application;
    }

    /// <summary>Where a started application answers: the host that was asked for, with the port that was taken where 0 was asked for.</summary>
    public static Uri AddressOf(WebApplication application, Uri asked) =>
        new UriBuilder(asked) { Port = new Uri(application.Urls.Single()).Port }.Uri;

    // The web server takes any free port at an IP address only.
    private static string Bound(Uri address) =>
        address is { IsLoopback: true, HostNameType: UriHostNameType.Dns, Port: 0 }
            ? new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri.GetLeftPart(UriPartial.Authority)
            : address.GetLeftPart(UriPartial.Authority);

    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
