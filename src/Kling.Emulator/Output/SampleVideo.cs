namespace Kling.Emulator;

/// <summary>The video that every job of a video model results in: four seconds of a test card, made by <c>make-sample.sh</c>.</summary>
internal static class SampleVideo
{
    public const string ContentType = "video/mp4";

    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        using Stream stream = typeof(SampleVideo).Assembly.GetManifestResourceStream("sample.mp4")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
