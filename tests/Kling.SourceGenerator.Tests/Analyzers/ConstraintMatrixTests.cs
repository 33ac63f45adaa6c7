namespace Kling.SourceGenerator.Tests.Analyzers;

public sealed class ConstraintMatrixTests
{
    public static TheoryData<ConstraintCase, ValuePlace> RulesAndPlaces
    {
        get
        {
            var data = new TheoryData<ConstraintCase, ValuePlace>();
            foreach (ConstraintCase rule in ConstraintMatrix.Cases)
            {
                foreach (ValuePlace place in ConstraintMatrix.Places.Where(place => Kinds(rule, place).Any()))
                {
                    data.Add(rule, place);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RulesAndPlaces))]
    public async Task A_bad_value_is_reported_where_it_stands(ConstraintCase rule, ValuePlace place) =>
        await AnalyzerHarness.Verify(rule.Id, ConstraintMatrix.Program(rule, place, Kinds(rule, place), isBad: true));

    [Theory]
    [MemberData(nameof(RulesAndPlaces))]
    public async Task A_good_value_is_not(ConstraintCase rule, ValuePlace place) =>
        await AnalyzerHarness.Verify(rule.Id, Unmarked(ConstraintMatrix.Program(rule, place, Kinds(rule, place), isBad: false)));

    [Theory]
    [MemberData(nameof(RulesAndPlaces))]
    public async Task An_unknown_value_is_not_guessed_at(ConstraintCase rule, ValuePlace place) =>
        await AnalyzerHarness.Verify(rule.Id, Unmarked(ConstraintMatrix.Program(rule, place, ConstraintMatrix.Unknown, isBad: true)));

    private static IEnumerable<ConstantKind> Kinds(ConstraintCase rule, ValuePlace place) =>
        ConstraintMatrix.Kinds.Where(kind => ConstraintMatrix.Fits(rule, place, kind));

    private static string Unmarked(string code) =>
        code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}
