namespace Kling.Cli;

/// <summary>Where the files of a result go.</summary>
/// <param name="exact">The full path that was asked for, or <see langword="null"/>.</param>
/// <param name="folder">Otherwise the folder,</param>
/// <param name="stem">and what makes the name of the file there; its ending follows the file.</param>
internal sealed class ResultFiles(string? exact, string folder, Func<KlingResult, string> stem)
{
    /// <summary>Makes sure that files can be written there, before anything is spent.</summary>
    /// <exception cref="CliFailure">They cannot.</exception>
    public void Prepare()
    {
        string place = exact is null ? folder : Path.GetDirectoryName(exact) ?? folder;
        try
        {
            _ = Directory.CreateDirectory(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliFailure(ExitCodes.Usage, $"-o: the folder '{place}' cannot be made: {e.Message}", e);
        }

        if (exact is not null && Directory.Exists(exact))
        {
            throw new CliFailure(ExitCodes.Usage, $"-o: '{exact}' is a folder; name a file");
        }
    }

    /// <summary>Saves what the result has: the video, else the images, else the text.</summary>
    /// <returns>The paths.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(KlingResult result, CancellationToken cancellationToken)
    {
        KlingMedia[] media = result.Video is { } video ? [video] : [.. result.Images];
        if (media.Length == 0)
        {
            string path = exact ?? Named(result, ".txt");
            await File.WriteAllTextAsync(path, result.Output, cancellationToken);
            return [path];
        }

        List<string> paths = [];
        foreach (KlingMedia file in media)
        {
            string ending = FileEnding.Of(file, result.Video is null ? ".png" : ".mp4");
            string path = exact ?? Named(result, ending);
            path = media.Length == 1 ? path : Numbered(path, paths.Count + 1);
            await file.SaveAsync(path, cancellationToken);
            paths.Add(path);
        }

        return paths;
    }

    private static string Numbered(string path, int number) =>
        Path.Combine(Path.GetDirectoryName(path)!, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}"));

    // Slugs and ids come from files and servers: none of them may lead out of the folder.
    private string Named(KlingResult result, string ending) =>
        Path.Combine(folder, string.Concat(stem(result).Select(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' ? sign : '_')) + ending);
}
