using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kling.Tests;

/// <summary>
/// The API and the host of the files on one loopback port, at the level of bytes. Every job is completed at once; each response to the request for its file is written by the test,
/// the last one again and again. A response that marks its own end keeps the connection, any other is ended by closing it.
/// </summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<byte[]> _responses;
    private readonly Task _serving;

    public FileServer(params byte[][] responses)
    {
        _responses = new(responses);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        Result = $$"""{"status":"COMPLETED","output":"{{Address}}file.mp4"}""";
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The body of the job's result.</summary>
    public string Result { get; set; }

    /// <summary>The heads of the requests for the file.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A response: its status and headers, and a body as it is.</summary>
    public static byte[] Response(string head, ReadOnlySpan<byte> body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\n\r\n"), .. body];

    /// <summary>A response whose length is announced.</summary>
    public static byte[] Whole(string head, ReadOnlySpan<byte> body) => Response($"{head}\r\nContent-Length: {body.Length}", body);

    /// <summary>A body in one chunk.</summary>
    public static byte[] Chunked(ReadOnlySpan<byte> body, bool isEnded = true) =>
        [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. Encoding.ASCII.GetBytes(isEnded ? "\r\n0\r\n\r\n" : "\r\n")];

    /// <summary>The result of a job; the record of its video is told from here.</summary>
    public async Task<KlingResult> RunAsync()
    {
        var options = new KlingClientOptions { BaseAddress = Address, TimeProvider = new FakeClock() };
        Client ??= new KlingClient(Stage.Key, options);
        return await Client.RunAsync(new TestRequest(), cancellationToken: Stage.Token);
    }

    /// <summary>Runs a job and saves its video.</summary>
    public async Task SaveAsync(string path) => await (await RunAsync()).Video!.SaveAsync(path, Stage.Token);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private KlingClient? Client { get; set; }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    /// <summary>Answers one request and closes the connection.</summary>
    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            if (await ReadAsync(stream) is not { } request)
            {
                return;
            }

            string[] line = request.Split('\r')[0].Split(' ');
            string? json = line[0] == "POST" ? ScriptedServer.Accepted
                : line[1].EndsWith("/status", StringComparison.Ordinal) ? """{"status":"COMPLETED"}"""
                : line[1] == "/v2/requests/req-1" ? Result
                : null;
            if (json is null)
            {
                Requests.Add(request);
            }

            byte[] response = json is not null ? Whole("200 OK\r\nContent-Type: application/json\r\nConnection: close", Encoding.UTF8.GetBytes(json))
                : _responses.Count > 1 ? _responses.Dequeue()
                : _responses.Peek();
            await stream.WriteAsync(response, _stop.Token);
        }
        catch (IOException)
        {
            // The client has heard enough.
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, _stop.Token) is > 0 and int count)
        {
            string text = received.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString();
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && (!text.StartsWith("POST", StringComparison.Ordinal) || text.EndsWith('}')))
            {
                return text[..end];
            }
        }

        return null;
    }
}
