using System.Net.Sockets;
using System.Text;

namespace Kling.Cli.Tests;

/// <summary>A client that writes what it wants, byte by byte.</summary>
internal static class RawSocket
{
    /// <summary>Everything that comes back on a connection until it is closed or reset.</summary>
    public static Task<string> AskAsync(ServedEmulator served, string request) => AskAsync(served, Encoding.Latin1.GetBytes(request));

    /// <inheritdoc cref="AskAsync(ServedEmulator, string)"/>
    public static async Task<string> AskAsync(ServedEmulator served, byte[] request)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(served.Address.Host, served.Address.Port, token);
        await socket.GetStream().WriteAsync(request, token);
        using var received = new MemoryStream();
        try
        {
            await socket.GetStream().CopyToAsync(received, token);
        }
        catch (IOException)
        {
            // Reset.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }
}
