using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>UTF-16 units as .NET's patterns write them, in a class or outside.</summary>
internal static class CodeUnits
{
    public static void WriteRange(StringBuilder output, int first, int last)
    {
        Write(output, first);
        if (last > first)
        {
            _ = last > first + 1 ? output.Append('-') : output;
            Write(output, last);
        }
    }

    public static void Write(StringBuilder output, int unit)
    {
        char c = (char)unit;
        _ =
            c
                is (>= 'a' and <= 'z')
                    or (>= 'A' and <= 'Z')
                    or (>= '0' and <= '9')
                    or '_'
                    or '/'
                    or '@'
                    or ':'
                    or '%'
                    or '='
                    or '&'
                    or ','
                    or ';'
                    or '<'
                    or '>'
                    or '!'
                    or '~'
                ? output.Append(c)
            : c is > ' ' and <= '~' ? output.Append('\\').Append(c)
            : output.Append("\\u").Append(unit.ToString("x4", CultureInfo.InvariantCulture));
    }
}
