namespace Kling.Cli;

/// <summary>
/// Moves the properties of list items under their list. A page shows them after the list and does not mark where they end, so that it has
/// to be found out: a name that the page had before must be a member, a name that the example request has at its top must not; and the
/// parameters themselves stand in alphabetical order, the required ones first.
/// </summary>
internal sealed class MemberNesting(IReadOnlySet<string> namesAtTop, bool hasMarks, List<PageRemark> remarks, int depth = 0)
{
    // Members of members of members are already more than any page has.
    private const int MaxDepth = 3;

    // The lists of objects that the pages have.
    private static readonly string[][] KnownMembers = [["frontal_image_url", "reference_image_urls"], ["prompt", "duration"]];

    /// <summary>The parameters, each list of objects with its members.</summary>
    public IReadOnlyList<PageParameter> Nest(IReadOnlyList<PageParameter> flat)
    {
        List<PageParameter> nested = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < flat.Count; i++)
        {
            PageParameter parameter = flat[i];
            if (!names.Add(parameter.Name))
            {
                remarks.Add(
                    new PageRemark(parameter.Line, "The page lists this parameter twice; the second one is ignored.")
                    {
                        Parameter = parameter.Name,
                    }
                );
                continue;
            }

            if (depth == MaxDepth && IsList(parameter))
            {
                remarks.Add(
                    new PageRemark(
                        parameter.Line,
                        "Lists are nested too deeply here. The parameters that follow are added next to this one; move its properties into it."
                    )
                    {
                        Parameter = parameter.Name,
                    }
                );
            }

            int count = CanHaveMembers(parameter) ? Members(flat, i, names) : 0;
            nested.Add(count == 0 ? parameter : parameter with { Members = Inner([.. flat.Skip(i + 1).Take(count)]) });
            i += count;
        }

        return nested;
    }

    private IReadOnlyList<PageParameter> Inner(IReadOnlyList<PageParameter> members) =>
        new MemberNesting(new HashSet<string>(StringComparer.Ordinal), hasMarks, remarks, depth + 1).Nest(members);

    private bool CanHaveMembers(PageParameter parameter) => depth < MaxDepth && IsList(parameter);

    private bool IsList(PageParameter parameter) => hasMarks ? parameter.HasItems : parameter.Type is { Name: "object", Depth: > 0 };

    /// <summary>How many of the parameters that follow one are properties of its items.</summary>
    private int Members(IReadOnlyList<PageParameter> flat, int list, HashSet<string> before)
    {
        PageParameter[] behind = [.. flat.Skip(list + 1)];
        int most = Most(behind, before);
        int least = Math.Min(most, Math.Max(hasMarks ? 1 : 0, Least(behind, most, before)));
        int[] possible = [.. Enumerable.Range(least, most - least + 1).Where(count => ContinuesOrder(flat[list], behind, count))];
        int chosen = Known(behind, least, most) ?? (possible.Length > 0 ? possible[0] : least);
        if (most > least && possible.Length != 1)
        {
            string members = chosen == 0 ? "none" : string.Join(", ", behind.Take(chosen).Select(static member => member.Name));
            remarks.Add(
                new PageRemark(
                    flat[list].Line,
                    $"The page does not show which parameters are properties of its items. These are assumed: {members}. Check them."
                )
                {
                    Parameter = flat[list].Name,
                }
            );
        }

        return chosen;
    }

    /// <summary>How many of them are a list's known members, as far as the page goes; <see langword="null"/> if they are others.</summary>
    private static int? Known(PageParameter[] behind, int least, int most) =>
        KnownMembers
            .Select(known => known.Zip(behind).TakeWhile(static pair => pair.First == pair.Second.Name).Count() is var same
                && (same == known.Length || (same > 0 && same == behind.Length))
                    ? same
                    : 0)
            .Where(count => count > 0 && count >= least && count <= most)
            .Select(static count => (int?)count)
            .FirstOrDefault();

    /// <summary>
    /// Up to the first that the example shows at the top. If a name is duplicated after the list, its last use is at the top.
    /// </summary>
    private int Most(PageParameter[] behind, HashSet<string> before)
    {
        int first = Array.FindIndex(
            behind,
            parameter =>
                namesAtTop.Contains(parameter.Name)
                && !before.Contains(parameter.Name)
                && behind.Count(other => other.Name == parameter.Name) == 1
        );
        return first < 0 ? behind.Length : first;
    }

    /// <summary>
    /// Up to the last parameter whose name already occurred at the top level, so that it must belong to the list. After the next list it
    /// may belong to that one.
    /// </summary>
    private int Least(PageParameter[] behind, int most, HashSet<string> before)
    {
        int nextList = Array.FindIndex(behind, CanHaveMembers);
        int end = nextList < 0 ? most : Math.Min(most, nextList);
        return Array.FindLastIndex(behind[..end], parameter => before.Contains(parameter.Name)) + 1;
    }

    /// <summary>Whether the page's order holds if so many are members.</summary>
    private bool ContinuesOrder(PageParameter list, PageParameter[] behind, int members)
    {
        PageParameter last = list;
        foreach (PageParameter next in behind.Skip(members))
        {
            bool isOrdered = last.IsRequired == next.IsRequired ? string.CompareOrdinal(last.Name, next.Name) < 0 : last.IsRequired is true;
            if (!isOrdered || CanHaveMembers(next))
            {
                return isOrdered;
            }

            last = next;
        }

        return true;
    }
}
