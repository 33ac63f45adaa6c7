namespace Kling.Cli;

/// <summary>Compares two versions of schema files.</summary>
internal static class SchemaChanges
{
    private const string Missing = "(no such model)";

    /// <summary>The changes of one model: the model's own first, then the wire's, then the source's.</summary>
    public static IReadOnlyList<SchemaChange> Between(ComparedSchema old, ComparedSchema current)
    {
        SchemaChange[] wire = [.. Renames.In([.. WireChanges.Between(old, current)], old, current)];
        return
        [
            .. ModelChanges
                .Between(old, current)
                .Concat(wire)
                .Concat(SourceChanges.Between(old, current))
                .OrderBy(static change => change.Rule.Class)
                .ThenBy(static change => change.Rule.IsBreaking ? 0 : 1),
        ];
    }

    /// <summary>The changes of several models. Models are paired by slug, the others by the name of their file.</summary>
    public static IReadOnlyList<SchemaChange> Between(IReadOnlyList<ComparedSchema> old, IReadOnlyList<ComparedSchema> current)
    {
        List<SchemaChange> changes = [];
        List<ComparedSchema> left = [.. current];
        foreach (ComparedSchema before in old)
        {
            ComparedSchema? after =
                old.Count == 1 && current.Count == 1
                    ? current[0]
                    : left.FirstOrDefault(candidate => candidate.Model.Slug == before.Model.Slug)
                        ?? left.FirstOrDefault(candidate => IsRenamed(before, candidate, old, current));
            if (after is null)
            {
                ChangePlace place = before.Place(before.Raw);
                changes.Add(new SchemaChange(ChangeRules.ModelRemoved, "", "model", before.Model.Slug, Missing, place, null));
                continue;
            }

            _ = left.Remove(after);
            changes.AddRange(Between(before, after));
        }

        changes.AddRange(
            left.Select(static added => new SchemaChange(
                ChangeRules.ModelAdded,
                "",
                "model",
                Missing,
                added.Model.Slug,
                null,
                added.Place(added.Raw)
            ))
        );
        return changes;
    }

    /// <summary>A file of the same name whose slug changed.</summary>
    private static bool IsRenamed(
        ComparedSchema before,
        ComparedSchema after,
        IReadOnlyList<ComparedSchema> old,
        IReadOnlyList<ComparedSchema> current
    ) =>
        Path.GetFileName(before.File) == Path.GetFileName(after.File)
        && old.All(schema => schema.Model.Slug != after.Model.Slug)
        && current.All(schema => schema.Model.Slug != before.Model.Slug);
}
