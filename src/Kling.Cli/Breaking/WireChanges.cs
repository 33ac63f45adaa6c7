namespace Kling.Cli;

/// <summary>What changed in which requests are valid.</summary>
internal static class WireChanges
{
    private static readonly Dictionary<ChangeRule, ChangeRule> Reversed = new()
    {
        [ChangeRules.TypeChanged] = ChangeRules.TypeWidened,
        [ChangeRules.ValueRemoved] = ChangeRules.ValueAdded,
        [ChangeRules.LimitTightened] = ChangeRules.LimitLoosened,
        [ChangeRules.FormatChanged] = ChangeRules.FormatLoosened,
        [ChangeRules.ParameterRequired] = ChangeRules.ParameterOptional,
        [ChangeRules.AdditionalRefused] = ChangeRules.AdditionalAllowed,
        [ChangeRules.ParameterAdded] = ChangeRules.ParameterRemoved,
        [ChangeRules.RequiredAdded] = ChangeRules.ParameterRemoved,
    };

    /// <summary>The changes between two versions: first what is refused now, then what is accepted now.</summary>
    public static IEnumerable<SchemaChange> Between(ComparedSchema old, ComparedSchema current)
    {
        SchemaChange[] refused =
        [
            .. new WireComparison(old, current)
                .Compare()
                .Select(report => new SchemaChange(
                    report.Rule,
                    report.Parameter,
                    report.What,
                    report.FirstText,
                    report.SecondText,
                    old.Place(report.First),
                    current.Place(report.Second)
                )),
        ];

        // What is accepted now is what the old version would refuse.
        IEnumerable<SchemaChange> accepted = new WireComparison(current, old)
            .Compare()
            .Where(static report => Reversed.ContainsKey(report.Rule))
            .Select(report => new SchemaChange(
                Reversed[report.Rule],
                report.Parameter,
                report.What,
                report.SecondText,
                report.FirstText,
                old.Place(report.Second),
                current.Place(report.First)
            ))
            .Where(change => change.Rule == ChangeRules.ValueAdded || !refused.Any(other => IsSamePoint(other, change)));
        return [.. refused.Concat(accepted).Distinct()];
    }

    private static bool IsSamePoint(SchemaChange left, SchemaChange right) => (left.Parameter, left.What) == (right.Parameter, right.What);
}
