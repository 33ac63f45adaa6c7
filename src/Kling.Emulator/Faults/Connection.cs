using System.Net.Sockets;

namespace Kling.Emulator;

/// <summary>What a client sees of a broken connection, as sockets would show it.</summary>
internal static class Connection
{
    public static HttpRequestException Reset() =>
        new(
            "An error occurred while sending the request: the emulator reset the connection.",
            new IOException("The connection was reset by the emulator.", new SocketException((int)SocketError.ConnectionReset))
        );

    public static HttpIOException BrokenOff() => new(HttpRequestError.ResponseEnded, "The emulator cut off the response.");
}
