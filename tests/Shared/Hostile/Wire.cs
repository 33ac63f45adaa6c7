using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Kling.Tests.Hostile;

/// <summary>The server's side of one connection, as bytes.</summary>
internal sealed class Wire(Socket socket, FakeClock clock, Action<ReadOnlyMemory<byte>> record) : IDisposable
{
    /// <summary>By how much the client's clock goes on while the server says nothing.</summary>
    private static readonly TimeSpan SilentStep = TimeSpan.FromSeconds(7);

    /// <summary>How long the client has, really, for what it does at one step of its clock.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(4);

    private readonly List<byte> _received = [];

    public FakeClock Clock => clock;

    /// <summary>Reads up to the empty line, or to the end of the connection.</summary>
    public async Task<RawRequest?> ReadHeadAsync()
    {
        int end;
        while ((end = CollectionsMarshal.AsSpan(_received).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        return new RawRequest(Encoding.Latin1.GetString(Take(end + 4)));
    }

    /// <summary>Reads the body, or a part of it.</summary>
    /// <returns>Whether all of it has come.</returns>
    public async Task<bool> ReadBodyAsync(int length)
    {
        while (_received.Count < length)
        {
            if (!await FillAsync())
            {
                return false;
            }
        }

        _ = Take(length);
        return true;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>Ends the response.</summary>
    /// <returns>Whether the connection can carry another one.</returns>
    public async Task<bool> EndAsync(Ending ending)
    {
        switch (ending)
        {
            case Ending.Keep:
                return true;

            case Ending.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                break;

            case Ending.Close:
                socket.Shutdown(SocketShutdown.Both);
                break;

            case Ending.HalfClose:
                socket.Shutdown(SocketShutdown.Send);
                while (await FillAsync())
                {
                }

                break;

            case Ending.Hang:
                await HangAsync();
                break;
        }

        socket.Close();
        return false;
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Says nothing until the client has had enough; its clock goes on meanwhile.</summary>
    private async Task HangAsync()
    {
        Task<bool> gone = FillAsync();
        while (await Task.WhenAny(gone, Task.Delay(Step)) != gone || await gone)
        {
            gone = gone.IsCompleted ? FillAsync() : gone;
            clock.Advance(SilentStep);
        }
    }

    private byte[] Take(int count)
    {
        byte[] bytes = [.. CollectionsMarshal.AsSpan(_received)[..count]];
        _received.RemoveRange(0, count);
        return bytes;
    }

    private async Task<bool> FillAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        int count = await socket.ReceiveAsync(buffer);
        record(buffer.AsMemory(0, count));
        _received.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
