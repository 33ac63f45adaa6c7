using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>The bounds of a number become one range: of an inclusive and an exclusive bound on one side, the tighter.</summary>
internal static class RangeBinder
{
    public static RangeModel? Bind(EquatableArray<ConstraintModel> constraints)
    {
        ConstraintModel? low = Tighter(Find(constraints, "exclusiveMinimum"), Find(constraints, "minimum"), static order => order >= 0);
        ConstraintModel? high = Tighter(Find(constraints, "exclusiveMaximum"), Find(constraints, "maximum"), static order => order <= 0);
        return low is null && high is null
            ? null
            : new RangeModel(low?.Limit ?? "", low?.Keyword == "exclusiveMinimum", high?.Limit ?? "", high?.Keyword == "exclusiveMaximum");
    }

    private static ConstraintModel? Tighter(ConstraintModel? exclusive, ConstraintModel? inclusive, Func<int, bool> isTighter) =>
        exclusive is null || inclusive is null ? exclusive ?? inclusive
        : isTighter(NumberToken.Compare(exclusive.Limit, inclusive.Limit) ?? 0) ? exclusive
        : inclusive;

    private static ConstraintModel? Find(EquatableArray<ConstraintModel> constraints, string keyword)
    {
        foreach (ConstraintModel constraint in constraints)
        {
            if (constraint.Keyword == keyword)
            {
                return constraint;
            }
        }

        return null;
    }
}
