namespace Kling.Emulator;

/// <summary>The file that a job results in: the same for every job of a kind.</summary>
internal sealed class SampleFile
{
    private readonly Lazy<byte[]> _bytes;

    private SampleFile(string extension, string contentType)
    {
        (Extension, ContentType) = (extension, contentType);
        _bytes = new Lazy<byte[]>(() => Read("sample" + extension));
    }

    /// <summary>Four seconds of a test card, made by <c>make-sample.sh</c>.</summary>
    public static SampleFile Video { get; } = new(".mp4", "video/mp4");

    /// <summary>Eight colour bars, made by <c>make-image.py</c>.</summary>
    public static SampleFile Image { get; } = new(".png", "image/png");

    public string Extension { get; }

    public string ContentType { get; }

    public byte[] Bytes => _bytes.Value;

    /// <summary>The file of a model that returns a video or an image.</summary>
    public static SampleFile Of(KlingModel model) => model.Output is KlingOutputKind.Image ? Image : Video;

    /// <summary>The file that is served under a name.</summary>
    public static SampleFile Named(string name) => name.EndsWith(Image.Extension, StringComparison.Ordinal) ? Image : Video;

    private static byte[] Read(string resource)
    {
        using Stream stream = typeof(SampleFile).Assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
