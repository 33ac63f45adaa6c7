using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Kling.Studio.Tests.Page;

/// <summary>The files of the page are few, small and readable.</summary>
public sealed partial class PageFilesTests
{
    private const int MostCompressedBytes = 60 * 1024;

    private static readonly FileInfo[] Files =
        new DirectoryInfo(Path.Combine(Checkout.Root, "src", "Kling.Generated.AspNetCore", "Studio", "Page")).GetFiles();

    [Fact]
    public void All_files_together_have_at_most_60_KB_compressed() =>
        Assert.InRange(Files.Sum(Compressed), 10_000, MostCompressedBytes);

    [Fact]
    public void Every_file_has_at_most_300_lines_of_140_characters() =>
        Assert.All(Files.Where(static file => file.Extension != ".svg"), static file =>
        {
            string[] lines = File.ReadAllLines(file.FullName);
            Assert.InRange(lines.Length, 1, 300);
            Assert.All(lines, static line => Assert.InRange(line.Length, 0, 140));
        });

    [Fact]
    public void No_file_makes_markup_from_text_or_names_another_host() =>
        Assert.All(Files, static file => Assert.DoesNotMatch(Forbidden(), File.ReadAllText(file.FullName)));

    private static long Compressed(FileInfo file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file.FullName));
        }

        return compressed.Length;
    }

    // The namespace of SVG is a name, and no request.
    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/2000/svg)\w| style=")]
    private static partial Regex Forbidden();
}
