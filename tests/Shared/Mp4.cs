using System.Buffers.Binary;
using System.Text;

namespace Kling.Tests;

/// <summary>Walks the boxes of an MP4 file (ISO/IEC 14496-12) far enough to tell whether a player finds a video in it.</summary>
public sealed class Mp4
{
    private readonly byte[] _file;

    private Mp4(byte[] file) => _file = file;

    /// <summary>The kinds of the file's own boxes, in their order.</summary>
    public string[] Boxes => [.. Children(0, _file.Length).Select(static box => box.Kind)];

    public string Brand => Text(Find("ftyp").Start);

    /// <summary>The codec of the video track: <c>avc1</c> for H.264.</summary>
    public string Codec => Text(SampleDescription.Start + 4);

    public int Width => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(SampleDescription.Start + 32));

    public int Height => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(SampleDescription.Start + 34));

    /// <summary>The length of the video track, from the header of its media.</summary>
    public TimeSpan Duration
    {
        get
        {
            Box header = Find("mdhd", VideoTrack, "mdia");
            bool isLong = _file[header.Start] == 1;
            double scale = Int32(header.Start + (isLong ? 20 : 12));
            return TimeSpan.FromSeconds((isLong ? Int64(header.Start + 24) : Int32(header.Start + 16)) / scale);
        }
    }

    /// <summary>The bounds of every sample of the video track in the file, as its tables give them.</summary>
    public IReadOnlyList<(long Start, long End)> Samples
    {
        get
        {
            long[] chunks = ChunkOffsets();
            long[] sizes = SampleSizes();
            List<(long Start, long End)> samples = [];
            for (int chunk = 0; chunk < chunks.Length; chunk++)
            {
                long at = chunks[chunk];
                for (int i = SamplesInChunk(chunk + 1); i > 0 && samples.Count < sizes.Length; i--)
                {
                    long end = at + sizes[samples.Count];
                    samples.Add((at, end));
                    at = end;
                }
            }

            return samples;
        }
    }

    /// <summary>How many samples the track's size table counts.</summary>
    public int SampleCount => SampleSizes().Length;

    /// <summary>The bounds of the media data.</summary>
    public (long Start, long End) MediaData
    {
        get
        {
            Box data = Find("mdat");
            return (data.Start, data.End);
        }
    }

    private Box VideoTrack => Children(Find("moov")).Single(track =>
        track.Kind == "trak" && Text(Find("hdlr", track, "mdia").Start + 8) == "vide");

    private Box SampleDescription
    {
        get
        {
            Box description = SampleTable("stsd");
            return new Box("entry", description.Start + 8, description.End);
        }
    }

    /// <exception cref="InvalidDataException">The file is no chain of boxes.</exception>
    public static Mp4 Parse(byte[] file)
    {
        var mp4 = new Mp4(file);
        _ = mp4.Boxes;
        return mp4;
    }

    private Box SampleTable(string kind) => Find(kind, VideoTrack, "mdia", "minf", "stbl");

    private long[] ChunkOffsets()
    {
        Box? narrow = Children(SampleTableBox()).FirstOrDefault(static box => box.Kind == "stco");
        Box table = narrow ?? SampleTable("co64");
        return [.. Enumerable.Range(0, Int32(table.Start + 4)).Select(i => narrow is null ? Int64(table.Start + 8 + (8 * i)) : (uint)Int32(table.Start + 8 + (4 * i)))];
    }

    private Box SampleTableBox() => Find("stbl", VideoTrack, "mdia", "minf");

    private long[] SampleSizes()
    {
        Box table = SampleTable("stsz");
        int common = Int32(table.Start + 4);
        return [.. Enumerable.Range(0, Int32(table.Start + 8)).Select(i => common != 0 ? common : (long)Int32(table.Start + 12 + (4 * i)))];
    }

    private int SamplesInChunk(int chunk)
    {
        Box table = SampleTable("stsc");
        return Enumerable.Range(0, Int32(table.Start + 4))
            .Select(i => table.Start + 8 + (12 * i))
            .Where(entry => Int32(entry) <= chunk)
            .Select(entry => Int32(entry + 4))
            .Last();
    }

    private Box Find(string kind) => Children(0, _file.Length).Single(box => box.Kind == kind);

    private Box Find(string kind, Box parent, params ReadOnlySpan<string> path)
    {
        foreach (string step in path)
        {
            parent = Children(parent).Single(box => box.Kind == step);
        }

        return Children(parent).Single(box => box.Kind == kind);
    }

    private IEnumerable<Box> Children(Box parent) => Children(parent.Start, parent.End);

    private IEnumerable<Box> Children(int start, int end)
    {
        while (start < end)
        {
            long size = end - start < 8 ? 0 : (uint)Int32(start);
            int header = 8;
            if (size == 1)
            {
                size = Int64(start + 8);
                header = 16;
            }

            if (size < header || size > end - start)
            {
                throw new InvalidDataException($"The box at byte {start} claims {size} bytes; its parent has {end - start} left.");
            }

            yield return new Box(Text(start + 4), start + header, start + (int)size);
            start += (int)size;
        }
    }

    private int Int32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));

    private long Int64(int at) => BinaryPrimitives.ReadInt64BigEndian(_file.AsSpan(at));

    private string Text(int at) => Encoding.ASCII.GetString(_file, at, 4);

    private sealed record Box(string Kind, int Start, int End);
}
