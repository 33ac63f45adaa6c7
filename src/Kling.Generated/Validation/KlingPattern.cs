using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Kling.CompilerServices;

/// <summary>
/// A schema's <c>pattern</c>. The search does not depend on the culture, and its time is linear in the length of the text. A pattern with
/// lookarounds or backreferences needs a backtracking search, which is stopped after one second.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingPattern
{
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex> _regex;

    /// <summary>Creates a pattern from its ECMA-262 form and its .NET form.</summary>
    /// <param name="ecma">The pattern as the schema writes it.</param>
    /// <param name="dotNet">The same pattern in the syntax of .NET.</param>
    public KlingPattern(string ecma, string dotNet)
        : this(ecma, new Lazy<Regex>(() => Create(dotNet))) { }

    internal KlingPattern(string ecma, Lazy<Regex> regex) => (Ecma, _regex) = (ecma, regex);

    /// <summary>The .NET regular expression.</summary>
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
