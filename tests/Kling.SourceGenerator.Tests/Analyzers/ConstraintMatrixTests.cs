using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class ConstraintMatrixTests
{
    public static TheoryData<ConstraintCase, ValuePlace> RulesAndPlaces => Data(static _ => true);

    public static TheoryData<ConstraintCase, ValuePlace> PlacesOfKnownValues => Data(static place => !place.TakesAny);

    [Theory]
    [MemberData(nameof(RulesAndPlaces))]
    public async Task An_invalid_value_is_reported_at_its_location(ConstraintCase rule, ValuePlace place) =>
        AnalyzerHarness.AssertMarked(
            rule.Id,
            ConstraintMatrix.BadProgram(rule, place),
            [.. (await ConstraintMatrix.ReportOfBadProgram(rule, place)).Where(static diagnostic => diagnostic.Severity is not DiagnosticSeverity.Info)]);

    [Theory]
    [MemberData(nameof(RulesAndPlaces))]
    public async Task A_valid_value_is_not_reported(ConstraintCase rule, ValuePlace place) =>
        await Verify(rule, MarkedCode.Unmarked(ConstraintMatrix.Program(rule, place, Kinds(rule, place), isBad: false)));

    [Theory]
    [MemberData(nameof(PlacesOfKnownValues))]
    public async Task An_unknown_value_is_not_reported(ConstraintCase rule, ValuePlace place) =>
        await Verify(rule, MarkedCode.Unmarked(ConstraintMatrix.Program(rule, place, ConstraintMatrix.Unknown.Where(kind => kind.Fits(rule)), isBad: true)));

    private static Task<IReadOnlyList<Diagnostic>> Verify(ConstraintCase rule, string marked) => AnalyzerHarness.Verify(rule.Id, marked, ConstraintMatrix.Models);

    private static TheoryData<ConstraintCase, ValuePlace> Data(Func<ValuePlace, bool> takes)
    {
        var data = new TheoryData<ConstraintCase, ValuePlace>();
        foreach (ConstraintCase rule in ConstraintMatrix.Cases)
        {
            foreach (ValuePlace place in rule.Places.Where(place => takes(place) && Kinds(rule, place).Any()))
            {
                data.Add(rule, place);
            }
        }

        return data;
    }

    private static IEnumerable<ConstantKind> Kinds(ConstraintCase rule, ValuePlace place) =>
        ConstraintMatrix.Kinds.Where(kind => ConstraintMatrix.Fits(rule, place, kind));
}
