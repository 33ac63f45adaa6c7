using System.Text;

namespace Kling.Cli;

/// <summary>The path and the slug of a new schema file.</summary>
internal sealed class SchemaTarget
{
    private const string Ending = ".json";
    private const string DescriptionEnding = ".schema.json";

    private readonly CliHost _host;
    private readonly bool _overwrites;

    private SchemaTarget(string path, string slug, bool overwrites, CliHost host)
    {
        (Path, _overwrites, _host) = (path, overwrites, host);
        SlugToWrite = System.IO.Path.GetFileNameWithoutExtension(path) == slug ? null : slug;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The slug, if it differs from the file name.</summary>
    public string? SlugToWrite { get; }

    /// <summary>Checks whether a file can be written, before anything else is done.</summary>
    /// <exception cref="CliFailure">The name is not the name of a schema file, or the file exists already.</exception>
    public static SchemaTarget Of(string output, string slug, bool overwrites, CliHost host)
    {
        string path = host.FullPath(output);
        if (
            !path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(DescriptionEnding, StringComparison.OrdinalIgnoreCase)
            || Directory.Exists(path)
        )
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"--output: '{output}' cannot be the name of a schema file. The name must end with {Ending}, but not with {DescriptionEnding}."
            );
        }

        return File.Exists(path) && !overwrites ? throw Exists(path, host) : new SchemaTarget(path, slug, overwrites, host);
    }

    /// <summary>Writes the file, and the dialect's description next to it if there is none.</summary>
    /// <exception cref="CliFailure">The file came into being meanwhile.</exception>
    public void Write(string text, Screen screen)
    {
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        _ = Directory.CreateDirectory(folder);
        try
        {
            using var file = new FileStream(Path, _overwrites ? FileMode.Create : FileMode.CreateNew);
            file.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) when (!_overwrites && File.Exists(Path))
        {
            throw Exists(Path, _host);
        }

        screen.Line(_host.ShortPath(Path));
        if (DialectFile.PutInto(folder) is { } dialect)
        {
            screen.Note($"{_host.ShortPath(dialect)} was written too: editors use it to complete and check the schema.");
        }
    }

    private static CliFailure Exists(string path, CliHost host) =>
        new(ExitCodes.Usage, $"{host.ShortPath(path)} already exists; nothing was written. Pass --force to overwrite it.");
}
