using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>The JSON of a catalogue, with the lines of its values.</summary>
internal sealed class CatalogueText
{
    private readonly byte[] _text;
    private readonly Lazy<int[]> _lineEnds;

    /// <summary>Parses the text.</summary>
    /// <exception cref="JsonException">It is not JSON, or too deep.</exception>
    public CatalogueText(string name, byte[] text)
    {
        Name = name;
        _text = text;
        Root = JsonDocument.Parse(text.AsMemory()).RootElement;
        _lineEnds = new Lazy<int[]>(() => [.. Enumerable.Range(0, text.Length).Where(index => text[index] == (byte)'\n')]);
    }

    /// <summary>What the file or the URL is called in messages.</summary>
    public string Name { get; }

    /// <summary>The whole.</summary>
    public JsonElement Root { get; }

    /// <summary>The line on which a value begins, counted from 1.</summary>
    public int Line(JsonElement value)
    {
        _ = _text.AsSpan().Overlaps(JsonMarshal.GetRawUtf8Value(value), out int offset);
        int index = Array.BinarySearch(_lineEnds.Value, offset);
        return (index < 0 ? ~index : index) + 1;
    }
}
