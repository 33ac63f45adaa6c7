namespace Kling.Cli;

/// <summary>Compares the allowed values of a schema with those that a page shows, as far as a list that is cut short can tell.</summary>
internal static class AllowedValues
{
    public static Difference? Difference(KlingParameter our, PageParameter their, string path)
    {
        string[] ours = [.. our.AllowedValues.Select(static value => value.GetRawText())];
        if (their.Allowed is not { RunTogether: null, Shown.Count: > 0 } allowed)
        {
            return ours.Length == 0 ? null : New(ours, their.Allowed?.RunTogether ?? "(any)", isDrift: false);
        }

        string[] theirs = [.. allowed.Shown.Select(static value => value.Json.GetRawText())];
        string page = string.Join(", ", theirs) + (allowed.IsComplete ? "" : allowed.IsCut ? ", …" : FormattableString.Invariant($" of {allowed.Total}"));
        if (ours.Length == 0)
        {
            // A cut list allows more than it shows: a schema that allows anything does not contradict it.
            return New(ours, page, isDrift: allowed.IsComplete);
        }

        bool isSame =
            allowed.Shown.All(shown => our.AllowedValues.Any(value => JsonValues.AreEqual(value, shown.Json)))
            && (allowed.IsCut || ours.Length == allowed.Total);
        return isSame ? null : New(ours, page, isDrift: true);

        Difference New(string[] schema, string text, bool isDrift) =>
            new(path, "enum", schema.Length == 0 ? "(any)" : string.Join(", ", schema), text) { IsDrift = isDrift };
    }
}
