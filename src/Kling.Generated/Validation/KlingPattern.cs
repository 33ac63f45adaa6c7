using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Kling.CompilerServices;

/// <summary>
/// A schema's <c>pattern</c>: it searches a text, whatever the culture, in time that grows with the text's length alone. A pattern that looks
/// around or refers back needs a search that can take far longer; it is given one second.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingPattern
{
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex> _regex;

    /// <summary>A pattern in both languages.</summary>
    /// <param name="ecma">The pattern as the schema writes it.</param>
    /// <param name="dotNet">The same in .NET's language.</param>
    public KlingPattern(string ecma, string dotNet)
        : this(ecma, new Lazy<Regex>(() => Create(dotNet)))
    {
    }

    internal KlingPattern(string ecma, Lazy<Regex> regex) => (Ecma, _regex) = (ecma, regex);

    /// <summary>The pattern as .NET searches it.</summary>
    /// <exception cref="ArgumentException">The pattern is not a .NET regular expression.</exception>
    public Regex Regex => _regex.Value;

    /// <summary>The pattern in the schema.</summary>
    internal string Ecma { get; }

    private static Regex Create(string pattern)
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
