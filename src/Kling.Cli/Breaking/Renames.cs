using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>
/// Finds renamed parameters. A rename is certain if one parameter is gone, one is new, both are in the same object, and their schemas are
/// the same, documentation included.
/// </summary>
internal static class Renames
{
    public static IEnumerable<SchemaChange> In(IReadOnlyList<SchemaChange> changes, ComparedSchema old, ComparedSchema current)
    {
        ChangeRule[] additions = [ChangeRules.ParameterAdded, ChangeRules.RequiredAdded];
        SchemaChange[] added = [.. changes.Where(change => additions.Contains(change.Rule))];
        SchemaChange[] removed = [.. changes.Where(static change => change.Rule == ChangeRules.ParameterRemoved)];
        var renames = new Dictionary<SchemaChange, SchemaChange>();
        foreach (SchemaChange gone in removed)
        {
            SchemaChange[] candidates = [.. added.Where(change => IsRename(gone, change, old, current))];
            if (candidates.Length == 1 && removed.Count(other => IsRename(other, candidates[0], old, current)) == 1)
            {
                renames[gone] = candidates[0];
            }
        }

        return changes
            .Where(change => change.Rule != ChangeRules.ParameterAdded || !renames.ContainsValue(change))
            .Select(change => renames.TryGetValue(change, out SchemaChange? name) ? Renamed(change, name) : change);
    }

    private static SchemaChange Renamed(SchemaChange gone, SchemaChange added) =>
        gone with
        {
            Rule = ChangeRules.ParameterRenamed,
            What = "name",
            OldText = Name(gone),
            NewText = Name(added),
            New = added.New,
        };

    private static bool IsRename(SchemaChange gone, SchemaChange added, ComparedSchema old, ComparedSchema current) =>
        Parent(gone) == Parent(added)
        && Find(old.Raw, gone.Parameter) is { } before
        && Find(current.Raw, added.Parameter) is { } after
        && JsonEquality.AreEqual(before, after);

    private static string Name(SchemaChange change) => change.Parameter[Parent(change).Length..].TrimStart('.');

    private static string Parent(SchemaChange change) => change.Parameter[..Math.Max(change.Parameter.LastIndexOf('.'), 0)];

    /// <summary>The schema of a parameter that is declared in place; others are not certain.</summary>
    private static JsonNode? Find(JsonNode root, string parameter)
    {
        JsonNode? node = root;
        foreach (string name in parameter.Split('.'))
        {
            string plain = name.TrimEnd('[', ']');
            node = node?["properties"]?[plain];
            for (int depth = (name.Length - plain.Length) / 2; depth > 0; depth--)
            {
                node = node?["items"];
            }
        }

        return node;
    }
}
