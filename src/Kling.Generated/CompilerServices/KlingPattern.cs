using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Kling.CompilerServices;

/// <summary>The regular expressions of a schema, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KlingPattern
{
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// An expression that searches a text, whatever the culture, in time that grows with the text's length alone. A pattern that looks around or
    /// refers back needs a search that can take far longer; it is given one second.
    /// </summary>
    /// <param name="pattern">The pattern, already translated from ECMA-262 to .NET.</param>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not a .NET regular expression.</exception>
    public static Regex Create(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Longest);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Longest);
        }
    }
}
