using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class CSharpWriter
{
    private const int SpacesPerLevel = 4;

    // A small model's whole file, and more than any real one's.
    private const int FirstLength = 32 * 1024;
    private const int MostKept = 256 * 1024;

    // One buffer for file after file: most of what printing allocates.
    [ThreadStatic]
    private static char[]? s_spare;

    private char[] _text;
    private int _length;
    private int _level;
    private bool _wantsBlankLine;

    public CSharpWriter()
    {
        _text = s_spare ?? new char[FirstLength];
        s_spare = null;
    }

    /// <summary>Writes one line; a text of several is for <see cref="Lines"/>.</summary>
    public CSharpWriter Line(string text) => Line(text, 0, text.Length);

    /// <summary>Writes the lines of a raw string literal, whatever line ends the literal was compiled with.</summary>
    public CSharpWriter Lines(string text)
    {
        int start = 0;
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            _ = Line(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }

        return Line(text, start, text.Length);
    }

    /// <inheritdoc cref="Line(string)"/>
    /// <remarks>The parts go straight into the file: no line is put together beforehand.</remarks>
    public CSharpWriter Line([InterpolatedStringHandlerArgument("")] LineParts text)
    {
        _ = text;
        return End();
    }

    /// <summary>
    /// A blank line before the next line, if there is one in this block: it separates members, and no block ends with a blank line.
    /// </summary>
    public CSharpWriter Gap()
    {
        _wantsBlankLine = true;
        return this;
    }

    /// <summary>Opens a block in braces; disposing closes it.</summary>
    public Block Braces(string header, string close = "}")
    {
        Line(header);
        return Open(close);
    }

    /// <inheritdoc cref="Braces(string, string)"/>
    public Block Braces([InterpolatedStringHandlerArgument("")] LineParts header, string close = "}")
    {
        Line(header);
        return Open(close);
    }

    /// <summary>Indents lines that continue the one before; disposing ends it.</summary>
    public Block Indented()
    {
        _level++;
        return new Block(this, close: null);
    }

    /// <summary>
    /// The file; the writer is done. A long one is handed over in pieces: a string of it would stand on the large object heap, which costs
    /// the compiler a full collection every few files.
    /// </summary>
    public SourceText ToSourceText()
    {
        var file = SourceText.From(new Reader(_text, _length), _length, Encoding.UTF8);
        s_spare = _text.Length <= MostKept ? _text : null;
        _text = [];
        return file;
    }

    public override string ToString() => new(_text, 0, _length);

    private Block Open(string close)
    {
        Line("{");
        _level++;
        return new Block(this, close);
    }

    private CSharpWriter Line(string text, int start, int end)
    {
        Begin(end > start ? _level : 0);
        Append(text, start, end - start);
        return End();
    }

    private void Begin(int level)
    {
        if (_wantsBlankLine)
        {
            Append('\n', 1);
            _wantsBlankLine = false;
        }

        Append(' ', level * SpacesPerLevel);
    }

    private CSharpWriter End()
    {
        Append('\n', 1);
        return this;
    }

    private void Append(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _text, _length, count);
        _length += count;
    }

    private void Append(char c, int count)
    {
        Reserve(count);
        _text.AsSpan(_length, count).Fill(c);
        _length += count;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + count, _text.Length * 2));
        }
    }

    /// <summary>The parts of an interpolated line, as the compiler hands them over.</summary>
    [InterpolatedStringHandler]
    internal readonly struct LineParts
    {
        private readonly CSharpWriter _writer;

#pragma warning disable IDE0060 // The compiler passes both counts, wanted or not.
        public LineParts(int literalLength, int formattedCount, CSharpWriter writer)
#pragma warning restore IDE0060
        {
            _writer = writer;
            writer.Begin(writer._level);
        }

        public void AppendLiteral(string text) => _writer.Append(text, 0, text.Length);

        public void AppendFormatted(string? text) => AppendLiteral(text ?? "");
    }

    internal readonly struct Block(CSharpWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._wantsBlankLine = false;
            writer._level--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }

    private sealed class Reader(char[] text, int length) : TextReader
    {
        private int _position;

        public override int Peek() => _position < length ? text[_position] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            int read = Math.Min(count, length - _position);
            Array.Copy(text, _position, buffer, index, read);
            _position += read;
            return read;
        }

        public override string ReadToEnd() => new(text, _position, length - _position);
    }
}
