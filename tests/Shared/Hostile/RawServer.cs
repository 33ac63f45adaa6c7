using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kling.Tests.Hostile;

/// <summary>A listener on a loopback port that leaves every byte of HTTP to others. Until it listens, connections are refused.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Wire, Task> _connections = [];
    private readonly FakeClock _clock;
    private readonly Action<ReadOnlyMemory<byte>> _record;
    private readonly Func<Wire, Task> _serve;
    private Task _accepting = Task.CompletedTask;

    /// <param name="address">The loopback address.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="record">Is given all bytes that arrive.</param>
    /// <param name="serve">Serves one connection to its end.</param>
    public RawServer(IPAddress address, FakeClock clock, Action<ReadOnlyMemory<byte>> record, Func<Wire, Task> serve)
    {
        (_clock, _record, _serve) = (clock, record, serve);
        _listener.Bind(new IPEndPoint(address, 0));
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Address = new Uri($"http://{address}:{Port}/");
    }

    public int Port { get; }

    public Uri Address { get; }

    public void Listen()
    {
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Refuses connections from now on, and resets those that there are.</summary>
    public void Vanish()
    {
        _listener.Close();
        foreach (Wire wire in _connections.Keys)
        {
            wire.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Vanish();
        await _accepting;
        await Task.WhenAll(_connections.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var wire = new Wire(await _listener.AcceptAsync(), _clock, _record);
                _connections[wire] = ServeAsync(wire);
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // It listens no more.
        }
    }

    private async Task ServeAsync(Wire wire)
    {
        await Task.Yield();
        using (wire)
        {
            try
            {
                await _serve(wire);
            }
            catch (Exception e) when (IsEnd(e))
            {
                // The client went away, or the server vanished.
            }
        }
    }

    private static bool IsEnd(Exception e) => e is SocketException or ObjectDisposedException or OperationCanceledException;
}
