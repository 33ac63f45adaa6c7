using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Kling.Cli;

/// <summary>Reads the catalogue from a file, the standard input or a URL.</summary>
internal static class CatalogueSource
{
    // Readers of the real catalogue stop at 10 MB.
    private const int MaxMegabytes = 32;
    private const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>Reads it. A gzip file is decompressed.</summary>
    /// <param name="place">A path, <c>-</c> or a URL.</param>
    /// <param name="host">The process around.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CliFailure">It cannot be read, or it is not JSON.</exception>
    public static async Task<CatalogueText> ReadAsync(string place, CliHost host, CancellationToken cancellationToken)
    {
        Uri? url = CatalogueDownload.Url(place, host);
        string name = url is null ? BodyFile.Name(place) : CatalogueDownload.Name(url);
        byte[] bytes = url is not null
            ? await CatalogueDownload.ReadAsync(url, MaxBytes, host, cancellationToken)
            : await FileAsync(place, name, host, cancellationToken);
        bytes = bytes is [0x1F, 0x8B, ..] ? await DecompressAsync(bytes, name, cancellationToken) : bytes;
        return bytes.Length <= MaxBytes
            ? Parse(Utf8Of(bytes, name), name)
            : throw new CliFailure(ExitCodes.Usage, $"{name} has more than {MaxMegabytes} MB, so it is not read as a catalogue");
    }

    /// <summary>All of a stream, but at most some bytes and one more.</summary>
    public static async Task<byte[]> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while (read.Length <= maxBytes && (count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            read.Write(buffer, 0, (int)Math.Min(count, maxBytes + 1 - read.Length));
        }

        return read.ToArray();
    }

    private static async Task<byte[]> FileAsync(string path, string name, CliHost host, CancellationToken cancellationToken)
    {
        if (path == "-")
        {
            return Encoding.UTF8.GetBytes(await BodyFile.ReadTextAsync(path, ExitCodes.Usage, host, cancellationToken));
        }

        try
        {
            await using FileStream file = File.OpenRead(host.FullPath(path));
            return await ReadAsync(file, MaxBytes, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliFailure(ExitCodes.Usage, $"{name} cannot be read: {e.Message}", e);
        }
    }

    private static async Task<byte[]> DecompressAsync(byte[] bytes, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return await ReadAsync(gzip, MaxBytes, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new CliFailure(ExitCodes.Usage, $"{name} cannot be decompressed: {e.Message}", e);
        }
    }

    /// <summary>The text in UTF-8 without a byte order mark.</summary>
    private static byte[] Utf8Of(byte[] bytes, string name)
    {
        byte[] text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes, 2, bytes.Length - 2),
            _ => bytes,
        };
        return Utf8.IsValid(text) ? text : throw new CliFailure(ExitCodes.Usage, $"{name} is not UTF-8 text");
    }

    private static CatalogueText Parse(byte[] text, string name)
    {
        ReadOnlySpan<byte> start = text.AsSpan().TrimStart(" \t\r\n"u8);
        if (start.Length == 0 || start[0] == (byte)'<')
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"{name} {(start.Length == 0 ? "is empty" : "contains HTML or XML, not JSON")}. "
                    + $"Segmind's catalogue is the JSON at {CatalogueDownload.Address}"
            );
        }

        try
        {
            return new CatalogueText(name, text);
        }
        catch (JsonException e)
        {
            throw new CliFailure(ExitCodes.Usage, BodyFile.Place(name, Encoding.UTF8.GetString(text), e), e);
        }
    }
}
