using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kling.Tests;

/// <summary>A real HTTP/1.1 server on a loopback port, at the level of bytes: where it matters what leaves the socket.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?> _reply;
    private readonly Task _accepting;
    private int _bytes;

    /// <summary>Starts it.</summary>
    /// <param name="reply">The bytes to answer a request (head and body) with, or null to reset the connection.</param>
    public LoopbackServer(Func<string, string?> reply)
    {
        _reply = reply;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Every request, head and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections.Count;

    /// <summary>How many bytes arrived, whole requests or not.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    public static string Answer(string status, string body, params string[] headers) =>
        string.Concat($"HTTP/1.1 {status}\r\n", string.Concat(headers.Select(static header => header + "\r\n")), $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n", body);

    /// <summary>Takes what still waits at the door, lets every connection come to its end, and stops. The clients must be disposed before.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        while (_listener.Pending())
        {
            _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(CancellationToken.None)));
        }

        _listener.Stop();
        await Task.WhenAll(_connections);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await StopAsync();
        }

        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                while (await ReadAsync(connection.GetStream()) is { } request)
                {
                    Requests.Enqueue(request);
                    if (_reply(request) is not { } reply)
                    {
                        connection.LingerState = new LingerOption(enable: true, seconds: 0);
                        return;
                    }

                    await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(reply));
                }
            }
            catch (IOException)
            {
                // The client went away, which is its right.
            }
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and int count)
        {
            _ = Interlocked.Add(ref _bytes, count);
            string text = received.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString();
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and int end && text.Length >= end + 4 + BodyLength(text[..end]))
            {
                return text;
            }
        }

        return null;
    }

    private static int BodyLength(string head)
    {
        const string Name = "Content-Length:";
        string? line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Name.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
