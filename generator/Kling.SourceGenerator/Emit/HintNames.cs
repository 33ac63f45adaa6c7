using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Emit;

/// <summary>The names that generated files go by. The compiler refuses most signs in them.</summary>
internal static class HintNames
{
    public static string For(string typeName)
    {
        var hint = new StringBuilder(typeName.Length);
        foreach (char c in typeName)
        {
            _ = char.IsLetterOrDigit(c) || c is '.' or '_'
                ? hint.Append(c)
                : hint.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return hint.Append(".g.cs").ToString();
    }
}
