using System.Globalization;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>The capturing groups of a pattern. They matter only to references: the captured text is not used.</summary>
internal sealed class EcmaGroups
{
    private readonly List<string?> _names = [];
    private readonly HashSet<int> _referenced = [];
    private readonly HashSet<int> _repeated = [];
    private readonly HashSet<int> _open = [];

    /// <summary>Finds the groups of the whole pattern: a reference may precede its group.</summary>
    public EcmaGroups(string pattern)
    {
        bool isInClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    HasReferences |= !isInClass && i < pattern.Length && pattern[i] is (>= '1' and <= '9') or 'k';
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass:
                    Find(new EcmaPatternText(pattern, i + 1));
                    break;
            }
        }
    }

    public bool HasReferences { get; }

    /// <summary>How many groups have been opened so far; the newest has this number.</summary>
    public int Opened { get; private set; }

    public int Open()
    {
        _ = _open.Add(++Opened);
        return Opened;
    }

    public void Close(int group) => _open.Remove(group);

    public bool IsOpen(int group) => _open.Contains(group);

    /// <summary>The groups after a number belong to an atom that is repeated.</summary>
    public void MarkRepeated(int after)
    {
        for (int group = after + 1; group <= Opened; group++)
        {
            _ = _repeated.Add(group);
        }
    }

    /// <summary>The group that a number after a backslash names.</summary>
    public int Refer(string digits)
    {
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int group) || group > _names.Count)
        {
            throw new EcmaPatternException($"'\\{digits}' refers to a group that does not exist");
        }

        _ = _referenced.Add(group);
        return group;
    }

    /// <summary>The group that has a name.</summary>
    public int ReferByName(string name)
    {
        int group = name.Length == 0 ? 0 : _names.IndexOf(name) + 1;
        if (group == 0)
        {
            throw new EcmaPatternException($"'\\k<{name}>' refers to a group that does not exist");
        }

        _ = _referenced.Add(group);
        return group;
    }

    /// <summary>ECMA-262 empties a group at the start of each repetition, .NET keeps what it held.</summary>
    /// <exception cref="EcmaPatternException">A reference would tell the difference.</exception>
    public void ThrowIfUnfaithful()
    {
        if (_referenced.Overlaps(_repeated))
        {
            throw new EcmaPatternException("it refers to a group that is repeated, which .NET handles differently");
        }
    }

    private void Find(EcmaPatternText text)
    {
        if (!text.TryTake("?"))
        {
            _names.Add(null);
        }
        else if (text.TryTake("<") && text.Next is not ('=' or '!'))
        {
            string name = text.TakeUntil('>', "a group's name");
            if (!IsName(name) || _names.Contains(name))
            {
                throw new EcmaPatternException(
                    $"'{name}' is not a group's name: letters, digits, '_' and '$' are allowed, and each name once"
                );
            }

            _names.Add(name);
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '$');
}
