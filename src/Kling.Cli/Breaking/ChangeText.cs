namespace Kling.Cli;

/// <summary>Shows changes to a person: one line each, with both locations.</summary>
internal static class ChangeText
{
    public static void Show(IReadOnlyList<SchemaChange> changes, Screen screen)
    {
        foreach (SchemaChange change in changes)
        {
            screen.Line(Line(change));
        }
    }

    /// <summary>How many changes there are, by class.</summary>
    public static string Summary(IReadOnlyList<SchemaChange> changes)
    {
        int breaking = changes.Count(static change => change.Rule.IsBreaking);
        IEnumerable<string> counts = Enum.GetValues<ChangeClass>()
            .Select(kind => (kind, Count: changes.Count(change => change.Rule.IsBreaking && change.Rule.Class == kind)))
            .Where(static pair => pair.Count > 0)
            .Select(static pair => FormattableString.Invariant($"{pair.Count} {pair.kind.ToString().ToLowerInvariant()}"));
        return breaking == 0
            ? FormattableString.Invariant($"not breaking: {Count(changes.Count)}")
            : FormattableString.Invariant($"breaking: {Count(changes.Count)}, of which {breaking} breaking ({string.Join(", ", counts)})");
    }

    private static string Line(SchemaChange change)
    {
        string severity = change.Rule.IsBreaking ? "breaking" : "note";
        string place = (change.New ?? change.Old)!.ToString();
        string from = change is { New: not null, Old: not null } ? $" (was at {change.Old})" : "";
        string subject = change.Parameter.Length == 0 ? change.What : $"{change.Parameter} {change.What}";
        string texts = $"{change.OldText} -> {change.NewText}";
        return $"{place}: {severity} {change.Rule.ClassName} {change.Rule.Id}: {subject}: {texts}{from}";
    }

    private static string Count(int count) => count == 1 ? "1 change" : FormattableString.Invariant($"{count} changes");
}
