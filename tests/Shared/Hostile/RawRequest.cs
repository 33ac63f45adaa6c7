using System.Globalization;

namespace Kling.Tests.Hostile;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Head">The request line and the headers, with the empty line behind them.</param>
internal sealed record RawRequest(string Head)
{
    public string Method => Head.Split(' ', 2)[0];

    /// <summary>Path and query, character for character.</summary>
    public string Path => Head.Split(' ', 3)[1];

    public int BodyLength => Header("Content-Length") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    public string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
