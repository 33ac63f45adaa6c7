using System.Globalization;

namespace Kling.SourceGenerator.Binding;

/// <summary>The names that are taken in one C# scope.</summary>
/// <remarks>
/// Names that differ in case alone count as the same: a field is its property's name with a small first letter, and other
/// .NET languages see no difference at all.
/// </remarks>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the wanted name, or the first free one of the alternative, then the wanted name with 2, 3, 4 … behind it.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="alternative">The name to try next.</param>
    /// <param name="companion">An ending; the name with it is taken as well.</param>
    public string Claim(string wanted, string? alternative = null, string companion = "")
    {
        wanted = CSharpName.Fitting(wanted, CSharpName.MaxLength);
        string name = wanted;
        if (!TryTake(name, companion))
        {
            name = CSharpName.Fitting(alternative ?? wanted, CSharpName.MaxLength);
            for (int i = 2; !TryTake(name, companion); i++)
            {
                name = CSharpName.WithNumber(wanted, i.ToString(CultureInfo.InvariantCulture));
            }
        }

        return name;
    }

    /// <summary>Takes a name, whether it was free or not.</summary>
    public void Reserve(string name) => _taken.Add(name);

    private bool TryTake(string name, string companion)
    {
        if (companion.Length == 0)
        {
            return _taken.Add(name);
        }

        if (_taken.Contains(name) || _taken.Contains(name + companion))
        {
            return false;
        }

        _ = _taken.Add(name);
        _ = _taken.Add(name + companion);
        return true;
    }
}
