using System.Text;

namespace Kling.Cli;

/// <summary>Where the files of a result go.</summary>
/// <param name="exact">The full path that was asked for, or <see langword="null"/>.</param>
/// <param name="folder">Otherwise the folder,</param>
/// <param name="stem">and what makes the name of the file there; its ending follows the file.</param>
internal sealed class ResultFiles(string? exact, string folder, Func<KlingResult, string> stem)
{
    /// <summary>What file systems allow for one name, in bytes.</summary>
    private const int LongestName = 255;

    /// <summary>Makes sure that files can be written there, before anything is billed.</summary>
    /// <exception cref="CliFailure">They cannot.</exception>
    public void Prepare()
    {
        try
        {
            KlingMedia.EnsureCanSave(exact ?? Path.Combine(folder, Path.GetRandomFileName()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliFailure(ExitCodes.Usage, $"-o: {e.Message}", e);
        }
    }

    /// <summary>Saves what the result has: the videos, else the images, else any other files, else the text.</summary>
    /// <returns>The paths.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(KlingResult result, CancellationToken cancellationToken)
    {
        KlingMedia[] media = MainOutputs.Of(result);
        if (media.Length == 0)
        {
            string path = exact ?? Named(result, ".txt");
            await File.WriteAllTextAsync(path, result.Output, cancellationToken);
            return [path];
        }

        List<string> paths = [];
        foreach (KlingMedia file in media)
        {
            string path = exact ?? Named(result, FileEnding.Of(file));
            path = media.Length == 1 ? path : Numbered(path, paths.Count + 1);
            await file.SaveAsync(path, cancellationToken);
            paths.Add(path);
        }

        return paths;
    }

    private static string Numbered(string path, int number) =>
        Path.Combine(
            Path.GetDirectoryName(path)!,
            Short(Path.GetFileNameWithoutExtension(path), FormattableString.Invariant($"-{number}{Path.GetExtension(path)}"))
        );

    // Slugs and ids come from files and servers: none of them may lead out of the folder.
    private string Named(KlingResult result, string ending) =>
        Path.Combine(
            folder,
            Short(
                string.Concat(
                    stem(result).Select(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' ? sign : '_')
                ),
                ending
            )
        );

    /// <summary>A name that a file can have; what is too long is cut at the beginning, because the end is the job's id.</summary>
    private static string Short(string name, string ending)
    {
        int room = LongestName - Encoding.UTF8.GetByteCount(ending);
        int first = 0;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(first)) > room)
        {
            first += char.IsSurrogatePair(name, first) ? 2 : 1;
        }

        return name[first..] + ending;
    }
}
