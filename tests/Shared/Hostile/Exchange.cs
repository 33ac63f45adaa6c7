namespace Kling.Tests.Hostile;

/// <summary>One request, and what a well-behaved server would answer.</summary>
/// <param name="Wire">The connection.</param>
/// <param name="Request">The request.</param>
/// <param name="Truth">The truthful response.</param>
/// <param name="Host">Scheme, host and port of this server.</param>
/// <param name="Foreign">Those of a host that must not get the key.</param>
/// <param name="File">The file that the job has made.</param>
internal sealed record Exchange(Wire Wire, RawRequest Request, Answer Truth, string Host, string Foreign, byte[] File)
{
    /// <summary>The key, as a proxy that writes request headers into error pages knows it.</summary>
    public string Key => Request.Header("x-api-key") ?? "none";

    /// <summary>Answers well.</summary>
    public Task<bool> AnswerAsync() => SendAsync(Truth.ToBytes(), Ending.Keep);

    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, Ending ending)
    {
        await Wire.WriteAsync(bytes);
        return await Wire.EndAsync(ending);
    }
}
