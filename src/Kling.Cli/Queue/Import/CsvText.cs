using System.Text;

namespace Kling.Cli;

/// <summary>Reads CSV as RFC 4180 describes it: commas, fields in double quotes, quotes doubled inside them. Any line end is accepted.</summary>
internal sealed class CsvText
{
    private readonly string _name;
    private readonly string _text;
    private int _at;
    private int _line = 1;

    private CsvText(string name, string text) => (_name, _text) = (name, text);

    /// <summary>The records; empty lines are left out.</summary>
    /// <exception cref="CliFailure">A quote is where none is allowed, or is missing.</exception>
    public static IReadOnlyList<CsvRecord> Read(string name, string text)
    {
        var csv = new CsvText(name, text);
        List<CsvRecord> records = [];
        while (csv._at < text.Length)
        {
            CsvRecord record = csv.Record();
            if (record.Fields is not [""])
            {
                records.Add(record);
            }
        }

        return records;
    }

    private char? Next => _at < _text.Length ? _text[_at] : null;

    private CsvRecord Record()
    {
        int line = _line;
        List<string> fields = [Field()];
        while (Next is ',')
        {
            _at++;
            fields.Add(Field());
        }

        EndLine();
        return new CsvRecord(line, fields);
    }

    private string Field()
    {
        if (Next is '"')
        {
            return Quoted();
        }

        int begin = _at;
        while (Next is not (null or ',' or '\r' or '\n'))
        {
            if (Next is '"')
            {
                throw Wrong(_line, "a field that contains a quote must be in quotes, and the quote inside must be doubled");
            }

            _at++;
        }

        return _text[begin.._at];
    }

    private string Quoted()
    {
        int line = _line;
        var field = new StringBuilder();
        for (_at++; ; _at++)
        {
            switch (Next)
            {
                case null:
                    throw Wrong(line, "the quote that begins a field is never closed");
                case '"' when _at + 1 < _text.Length && _text[_at + 1] == '"':
                    _ = field.Append('"');
                    _at++;
                    break;
                case '"':
                    _at++;
                    return Next is null or ',' or '\r' or '\n'
                        ? field.ToString()
                        : throw Wrong(_line, "only a comma or the end of the line can follow the quote that closes a field");
                case { } character:
                    // Of the line end \r\n, the second character counts.
                    _line += character == '\n' || (character == '\r' && !(_at + 1 < _text.Length && _text[_at + 1] == '\n')) ? 1 : 0;
                    _ = field.Append(character);
                    break;
            }
        }
    }

    private void EndLine()
    {
        if (Next is null)
        {
            return;
        }

        _at += Next is '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _line++;
    }

    private CliFailure Wrong(int line, string message) => new(ExitCodes.InvalidRequest, FormattableString.Invariant($"{_name}({line}): {message}"));
}
