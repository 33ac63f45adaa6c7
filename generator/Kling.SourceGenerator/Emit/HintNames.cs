using System.Globalization;
using System.Text;
using Kling.SourceGenerator.CSharp;

namespace Kling.SourceGenerator.Emit;

/// <summary>The names of generated files. The compiler refuses most characters in them, and file systems more than 255 bytes.</summary>
internal static class HintNames
{
    public static string For(string typeName)
    {
        var hint = new StringBuilder(typeName.Length);
        foreach (char c in typeName)
        {
            _ =
                char.IsLetterOrDigit(c) || c is '.' or '_'
                    ? hint.Append(c)
                    : hint.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return CSharpName.Fitting(hint.ToString(), CSharpName.MaxLength) + ".g.cs";
    }
}
