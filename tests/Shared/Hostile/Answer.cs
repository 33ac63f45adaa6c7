using System.Text;

namespace Kling.Tests.Hostile;

/// <summary>A response before anything is done to it.</summary>
/// <param name="Status">Code and reason.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers, without those that frame the body.</param>
internal sealed record Answer(string Status, byte[] Body, params string[] Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public static Answer Json(string status, string json) => new(status, Encoding.UTF8.GetBytes(json), "Content-Type: application/json");

    /// <summary>The status line and the headers, up to the body.</summary>
    /// <param name="framing">The headers that say where the body ends.</param>
    public byte[] Head(params string[] framing) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {Status}\r\n{string.Concat(Headers.Concat(framing).Select(static line => line + "\r\n"))}\r\n");

    /// <summary>The response as a well-behaved server sends it.</summary>
    public byte[] ToBytes() => [.. Head($"Content-Length: {Body.Length}"), .. Body];
}
