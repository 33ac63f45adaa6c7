using System.IO.Compression;
using System.Xml.Linq;

namespace Kling.Package.Tests;

/// <summary>One packed file, read whole.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, byte[]> _entries;

    public PackageFile(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        _entries = archive.Entries.ToDictionary(static entry => entry.FullName, Read);
        string nuspec = _entries.Keys.Single(static name => name.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = new MemoryStream(_entries[nuspec]);
        Metadata = XDocument.Load(stream).Root!.Elements().Single();
        Id = Of("id")!.Value;
        Version = Of("version")!.Value;
    }

    public string Id { get; }

    public string Version { get; }

    /// <summary>The <c>metadata</c> of the nuspec.</summary>
    public XElement Metadata { get; }

    /// <summary>The files by their paths.</summary>
    public IReadOnlyDictionary<string, byte[]> Entries => _entries;

    /// <summary>The paths of the files that the project put in, and not the package format itself.</summary>
    public IEnumerable<string> Files => _entries.Keys
        .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    public XElement? Of(string element) => Metadata.Elements().SingleOrDefault(child => child.Name.LocalName == element);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
