using System.Net;
using System.Net.Sockets;

namespace Kling.Tests;

/// <summary>Answers whatever arrives first with plain text and hangs up: no TLS handshake can succeed with it.</summary>
internal sealed class PlainAnswerServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public PlainAnswerServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = await connection.GetStream().ReadAsync(new byte[4096], _stop.Token);
                await connection.GetStream().WriteAsync("this is not TLS"u8.ToArray(), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
