using System.Globalization;
using Kling.SourceGenerator.CSharp;

namespace Kling.SourceGenerator.Binding.Names;

/// <summary>The names that are used in one C# scope.</summary>
/// <remarks>
/// Names that differ in case alone count as the same: a field is its property's name with a small first letter, and other .NET languages
/// see no difference at all.
/// </remarks>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reserves the first of these that is free: the wanted name, the alternative, the wanted name followed by 2, 3, 4 …</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="alternative">The name to try next.</param>
    public string Claim(string wanted, string? alternative = null)
    {
        wanted = CSharpName.Fitting(wanted, CSharpName.MaxLength);
        string name = wanted;
        if (!_taken.Add(name))
        {
            name = CSharpName.Fitting(alternative ?? wanted, CSharpName.MaxLength);
            for (int i = 2; !_taken.Add(name); i++)
            {
                name = CSharpName.WithNumber(wanted, i.ToString(CultureInfo.InvariantCulture));
            }
        }

        return name;
    }

    /// <summary>Takes a name, whether it was free or not.</summary>
    public void Reserve(string name) => _taken.Add(name);
}
