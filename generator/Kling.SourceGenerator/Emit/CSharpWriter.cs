using System.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class CSharpWriter
{
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();
    private int _level;
    private bool _wantsBlankLine;

    /// <summary>Writes a line, or the lines of a raw string literal, whatever line ends the literal was compiled with.</summary>
    public CSharpWriter Line(string text)
    {
        if (_wantsBlankLine)
        {
            _text.Append('\n');
            _wantsBlankLine = false;
        }

        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                for (int i = 0; i < _level; i++)
                {
                    _text.Append(Indent);
                }
            }

            _text.Append(line).Append('\n');
        }

        return this;
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
        Line(header).Line("{");
        _level++;
        return new Block(this, close);
    }

    /// <summary>Indents lines that continue the one before; disposing ends it.</summary>
    public Block Indented()
    {
        _level++;
        return new Block(this, close: null);
    }

    public override string ToString() => _text.ToString();

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
}
