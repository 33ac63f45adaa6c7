using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class CSharpWriter
{
    private const int SpacesPerLevel = 4;

    // A small model's whole file.
    private readonly StringBuilder _text = new(16 * 1024);
    private int _level;
    private bool _wantsBlankLine;
    private bool _isAtLineStart = true;

    /// <summary>Writes a line, or the lines of a raw string literal, whatever line ends the literal was compiled with.</summary>
    public CSharpWriter Line(string text)
    {
        Begin();
        Append(text);
        return End();
    }

    /// <inheritdoc cref="Line(string)"/>
    /// <remarks>The parts go straight into the file: no line is put together beforehand.</remarks>
    public CSharpWriter Line([InterpolatedStringHandlerArgument("")] LineParts text)
    {
        _ = text;
        return End();
    }

    /// <summary>A blank line before the next line, if there is one in this block: members are told apart, and none ends with a gap.</summary>
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
    /// The file. A long one is handed over in pieces: a string of it would stand on the large object heap, which costs the
    /// compiler a full collection every few files.
    /// </summary>
    public SourceText ToSourceText() => SourceText.From(new Reader(_text), _text.Length, Encoding.UTF8);

    public override string ToString() => _text.ToString();

    private Block Open(string close)
    {
        Line("{");
        _level++;
        return new Block(this, close);
    }

    private void Begin()
    {
        if (_wantsBlankLine)
        {
            _text.Append('\n');
            _wantsBlankLine = false;
        }
    }

    private CSharpWriter End()
    {
        _text.Append('\n');
        _isAtLineStart = true;
        return this;
    }

    private void Append(string text)
    {
        int start = 0;
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            AppendWithinLine(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            _ = End();
            start = end + 1;
        }

        AppendWithinLine(text, start, text.Length);
    }

    private void AppendWithinLine(string text, int start, int end)
    {
        if (end == start)
        {
            return;
        }

        if (_isAtLineStart)
        {
            _text.Append(' ', _level * SpacesPerLevel);
            _isAtLineStart = false;
        }

        _text.Append(text, start, end - start);
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
            writer.Begin();
        }

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text ?? "");
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

    private sealed class Reader(StringBuilder text) : TextReader
    {
        private int _position;

        public override int Peek() => _position < text.Length ? text[_position] : -1;

        public override int Read() => _position < text.Length ? text[_position++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            int length = Math.Min(count, text.Length - _position);
            text.CopyTo(_position, buffer, index, length);
            _position += length;
            return length;
        }

        public override string ReadToEnd()
        {
            string rest = text.ToString(_position, text.Length - _position);
            _position = text.Length;
            return rest;
        }
    }
}
