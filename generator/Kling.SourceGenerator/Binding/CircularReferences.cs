using System.Collections.Immutable;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding;

/// <summary>
/// A schema may refer to itself through a member or an item: the JSON ends somewhere. Through keywords that look at the
/// same value it would never end, and the specification leaves open what it means; such a reference is told and taken out.
/// </summary>
internal static class CircularReferences
{
    private enum Visit
    {
        Open,
        Done,
    }

    public static IReadOnlyList<JsonCheckModel> Remove(IReadOnlyList<JsonCheckModel> methods, Action<string> report)
    {
        if (methods.Count == 0)
        {
            return methods;
        }

        var byName = methods.ToDictionary(static method => method.Name, StringComparer.Ordinal);
        var visits = new Dictionary<string, Visit>(StringComparer.Ordinal);
        var circular = new HashSet<(string From, string To)>();
        foreach (JsonCheckModel method in methods)
        {
            Walk(method, byName, visits, circular);
        }

        if (circular.Count == 0)
        {
            return methods;
        }

        foreach ((string from, string _) in circular)
        {
            report(from);
        }

        return [.. methods.Select(method => method with { Checks = method.Checks.Select(check => Without(method.Name, check, circular)).OfType<CheckModel>().ToEquatableArray() })];
    }

    private static void Walk(JsonCheckModel method, Dictionary<string, JsonCheckModel> methods, Dictionary<string, Visit> visits, HashSet<(string, string)> circular)
    {
        if (visits.ContainsKey(method.Name))
        {
            return;
        }

        visits[method.Name] = Visit.Open;
        foreach (string target in method.Checks.Where(static check => check.IsInPlace).SelectMany(static check => check.Targets))
        {
            if (visits.TryGetValue(target, out Visit visit) && visit is Visit.Open)
            {
                circular.Add((method.Name, target));
            }
            else
            {
                Walk(methods[target], methods, visits, circular);
            }
        }

        visits[method.Name] = Visit.Done;
    }

    private static CheckModel? Without(string method, CheckModel check, HashSet<(string, string)> circular)
    {
        ImmutableArray<string> targets = check.Targets.Where(target => !check.IsInPlace || !circular.Contains((method, target))).ToImmutableArray();
        return targets.Length == check.Targets.Count ? check : targets.Length == 0 ? null : check with { Targets = new(targets) };
    }
}
