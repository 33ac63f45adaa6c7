using System.Globalization;

namespace Kling;

/// <summary>
/// Saves outputs as files in the folder <see cref="KlingTicket.SaveTo"/>. The name is the ticket's key, or its id if it has no key or the key
/// cannot be a file name: <c>order-42.mp4</c>; several outputs are numbered from 1: <c>order-42(1).png</c>.
/// </summary>
/// <remarks>Where file names ignore case, do not use keys that differ only in case.</remarks>
public sealed class KlingFolderOutputStore : IKlingOutputStore
{
    private const int LongestName = 100;

    /// <inheritdoc/>
    public async Task<string> SaveAsync(KlingOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        KlingTicket ticket = output.Ticket;
        string name = IsFileName(ticket.Key) ? ticket.Key! : ticket.Id.ToString();
        string number = output.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"({output.Index + 1})") : "";
        string path = Path.GetFullPath(Path.Combine(ticket.SaveTo ?? ".", name + number + FileEnding.Of(output.Media)));
        await output.Media.SaveAsync(path, cancellationToken).ConfigureAwait(false);
        return path;
    }

    // A key comes from the user's data: it must not lead out of the folder, and two keys must not have the same file.
    private static bool IsFileName(string? key) =>
        key is { Length: > 0 and <= LongestName }
        && key[0] != '.'
        && key[^1] != '.'
        && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !IsReserved(key);

    /// <summary>Whether Windows has a device of that name.</summary>
    private static bool IsReserved(string key)
    {
        string stem = key.Split('.')[0].ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && stem[..3] is "COM" or "LPT");
    }
}
