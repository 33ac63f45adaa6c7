using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Kling.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kling.Cli;

/// <summary>An emulator that listens on a socket, for clients in any language. Disposing it closes every connection.</summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Uri _asked;
    private readonly TaskCompletionSource<EmulatorBridge> _bridge = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EmulatorServer(WebApplication application, Uri asked) => (_application, _asked) = (application, asked);

    /// <summary>
    /// Where it answers, as a client can use it: the host that was asked for, or this machine if that was every address; the port is the
    /// one that was taken where 0 was asked for.
    /// </summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The emulator.</summary>
    public SegmindEmulator Emulator { get; private set; } = null!;

    /// <summary>Starts to listen.</summary>
    /// <param name="address">An http URL without a path. If its host is a name that is not a loopback name, the server listens on all
    /// addresses.</param>
    /// <param name="models">The models to serve.</param>
    /// <param name="options">How the emulator behaves; its addresses follow from where the server listens.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">The address is already in use.</exception>
    public static async Task<EmulatorServer> StartAsync(
        Uri address,
        IEnumerable<KlingModel> models,
        SegmindEmulatorOptions options,
        CancellationToken cancellationToken
    )
    {
        WebApplication application = LocalApplication.Create(address, static _ => { });
        var server = new EmulatorServer(application, address);
        application.Run(server.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken);
            server.Serve(models, options);
            return server;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        (await _bridge.Task).Dispose();
    }

    /// <summary>An address of this machine for an address that means all; <c>localhost</c> is both of IPv4 and of IPv6.</summary>
    private static string HostFor(IPAddress all) =>
        all.AddressFamily is AddressFamily.InterNetwork ? IPAddress.Loopback.ToString() : "localhost";

    private static bool IsAll(Uri address, [NotNullWhen(true)] out IPAddress? all) =>
        IPAddress.TryParse(address.IdnHost, out all)
        && (all.Equals(IPAddress.Any) || all.Equals(IPAddress.IPv6Any) || all.Equals(IPAddress.Any.MapToIPv6()));

    // Only now the port is known, and with it the addresses that answers hold. A request that was quicker waits.
    private void Serve(IEnumerable<KlingModel> models, SegmindEmulatorOptions options)
    {
        bool isAnyHost = IsAll(_asked, out IPAddress? all);
        Address = new UriBuilder(LocalApplication.AddressOf(_application, _asked)) { Host = isAnyHost ? HostFor(all!) : _asked.Host }.Uri;
        Emulator = new SegmindEmulator(
            models,
            options with
            {
                BaseAddress = Address,
                OutputAddress = new Uri(Address, "files/"),
                AnyHost = isAnyHost,
            }
        );
        _bridge.SetResult(new EmulatorBridge(Emulator, Address, isAnyHost));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        EmulatorBridge bridge = await _bridge.Task.WaitAsync(context.RequestAborted);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            _application.Lifetime.ApplicationStopping
        );
        await bridge.AnswerAsync(context, either.Token);
    }
}
