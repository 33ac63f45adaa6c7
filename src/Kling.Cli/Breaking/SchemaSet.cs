namespace Kling.Cli;

/// <summary>The schema files that an argument names: a file, a folder, or either of a git revision (<c>v1.0:schemas</c>).</summary>
internal static class SchemaSet
{
    /// <summary>Reads them, in the ordinal order of their paths.</summary>
    /// <exception cref="CliFailure">There is nothing of that name, or a build would report an error in a file.</exception>
    public static async Task<IReadOnlyList<ComparedSchema>> ReadAsync(string argument, CliHost host, CancellationToken cancellationToken)
    {
        string? path = IsRevision(argument, host) ? null : host.FullPath(argument);
        IReadOnlyList<(string Name, string Text)> files =
            path is null ? await GitRevision.ReadAsync(argument, host, cancellationToken)
            : Directory.Exists(path) ? await FolderAsync(path, host, cancellationToken)
            : [(argument, await BodyFile.ReadTextAsync(argument, ExitCodes.Usage, host, cancellationToken))];
        return files.Count > 0
            ? [.. files.Select(static file => ComparedSchema.Read(file.Name, file.Text))]
            : throw new CliFailure(ExitCodes.Usage, $"'{argument}' contains no schema files");
    }

    /// <summary>A colon after at least two characters: one character is a drive. A file of that name goes first.</summary>
    private static bool IsRevision(string argument, CliHost host) =>
        argument.IndexOf(':', StringComparison.Ordinal) > 1
        && !File.Exists(host.FullPath(argument))
        && !Directory.Exists(host.FullPath(argument));

    private static async Task<IReadOnlyList<(string Name, string Text)>> FolderAsync(
        string folder,
        CliHost host,
        CancellationToken cancellationToken
    )
    {
        List<(string, string)> files = [];
        foreach (string file in Kling.Emulator.SchemaFiles.Of(folder))
        {
            string text = await BodyFile.ReadTextAsync(file, ExitCodes.Usage, host, cancellationToken);
            files.Add((host.ShortPath(file).Replace('\\', '/'), text));
        }

        return files;
    }
}
