using System.Collections.Immutable;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding.Checks;

/// <summary>
/// A schema may refer to itself through a member or an item: the JSON ends somewhere. Through keywords that look at the
/// same value it would never end, and the specification leaves open what it means; every reference of such a circle is
/// reported and taken out, so that it does not matter where the reading begins.
/// </summary>
internal static class CircularReferences
{
    public static IReadOnlyList<JsonCheckModel> Remove(IReadOnlyList<JsonCheckModel> methods, Action<string, string> report)
    {
        var targets = methods.ToDictionary(
            static method => method.Name,
            static method =>
                method.Checks.Where(static check => check.IsInPlace).SelectMany(static check => check.Targets).Distinct().ToArray(),
            StringComparer.Ordinal
        );
        Dictionary<string, int> circles = Circles(targets);
        bool IsCircular(string from, string to) => circles[from] == circles[to];
        bool isAny = false;
        foreach (KeyValuePair<string, string[]> method in targets)
        {
            foreach (string target in method.Value.Where(target => IsCircular(method.Key, target)))
            {
                isAny = true;
                report(method.Key, target);
            }
        }

        return isAny
            ?
            [
                .. methods.Select(method =>
                    method with
                    {
                        Checks = method
                            .Checks.Select(check => Without(check, target => IsCircular(method.Name, target)))
                            .OfType<CheckModel>()
                            .ToEquatableArray(),
                    }
                ),
            ]
            : methods;
    }

    /// <summary>
    /// A number for each method; two have the same if each leads to the other (Tarjan's strongly connected components). A chain of
    /// references may be longer than the stack, so the recursion is a list.
    /// </summary>
    private static Dictionary<string, int> Circles(Dictionary<string, string[]> targets)
    {
        var circles = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        var earliest = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<string>();
        var path = new Stack<(string Method, int Next)>();
        foreach (string start in targets.Keys.Where(method => !order.ContainsKey(method)))
        {
            path.Push((start, 0));
            while (path.Count > 0)
            {
                (string method, int next) = path.Pop();
                if (next == 0)
                {
                    earliest[method] = order[method] = order.Count;
                    open.Push(method);
                }
                else
                {
                    earliest[method] = Math.Min(
                        earliest[method],
                        circles.ContainsKey(targets[method][next - 1]) ? int.MaxValue : earliest[targets[method][next - 1]]
                    );
                }

                if (next < targets[method].Length)
                {
                    path.Push((method, next + 1));
                    if (!order.ContainsKey(targets[method][next]))
                    {
                        path.Push((targets[method][next], 0));
                    }
                }
                else if (earliest[method] == order[method])
                {
                    Close(method, open, circles);
                }
            }
        }

        return circles;
    }

    private static void Close(string first, Stack<string> open, Dictionary<string, int> circles)
    {
        int circle = circles.Count;
        string method;
        do
        {
            method = open.Pop();
            circles.Add(method, circle);
        } while (method != first);
    }

    private static CheckModel? Without(CheckModel check, Func<string, bool> isCircular)
    {
        if (!check.IsInPlace)
        {
            return check;
        }

        ImmutableArray<string> targets = check.Targets.Where(target => !isCircular(target)).ToImmutableArray();
        return targets.Length == check.Targets.Count ? check
            : targets.Length == 0 ? null
            : check with { Targets = new(targets) };
    }
}
