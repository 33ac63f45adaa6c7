using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING211: a query of the history over 31 days or more, or one that ends before it begins.</summary>
internal static class HistoryWindowRule
{
    // Locals can be made of one another.
    private const int MostSteps = 16;

    // A month has at least as many.
    private const int DaysOfMonth = 28;
    private const int DaysOfYear = 365;
    private const double MostDays = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public static void Check(IAssignmentOperation assignment, IPropertySymbol property, OperationAnalysisContext context)
    {
        if (
            property.Name != "From"
            || assignment.Parent is not IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation } initializer
            || PlacedValue.Of(assignment.Value, property.Type) is not { } value
            || Shift(assignment.Value, mayHaveMonths: true, MostSteps, context.CancellationToken) is not var (start, before)
            || End(initializer, context.CancellationToken) is not var (end, after)
            || !SymbolEqualityComparer.Default.Equals(start, end)
        )
        {
            return;
        }

        // The clock is read twice: at the limit, either can come first.
        TimeSpan length = after - before;
        if (start is null ? length > Longest : length >= Longest)
        {
            OptionRule.Report(value, "From", "less than 31 days before 'To'", assignment, context);
        }
        else if (length < TimeSpan.FromSeconds(-1))
        {
            OptionRule.Report(value, "From", "not after 'To'", assignment, context);
        }
    }

    /// <summary>The end of the query, which is now if it is not given.</summary>
    private static (ISymbol? Base, TimeSpan Shift)? End(
        IObjectOrCollectionInitializerOperation initializer,
        CancellationToken cancellation
    ) =>
        initializer
            .Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static member => member.Target is IPropertyReferenceOperation { Property.Name: "To" })
            is { } end
            ? Shift(end.Value, mayHaveMonths: false, MostSteps, cancellation)
            : (null, TimeSpan.Zero);

    /// <summary>A time as a distance from a variable, or from now, for which the base is null.</summary>
    private static (ISymbol? Base, TimeSpan Shift)? Shift(IOperation? time, bool mayHaveMonths, int steps, CancellationToken cancellation)
    {
        if (steps == 0)
        {
            return null;
        }

        switch (time)
        {
            case IConversionOperation conversion:
                return Shift(conversion.Operand, mayHaveMonths, steps - 1, cancellation);
            case IParameterReferenceOperation parameter:
                return (parameter.Parameter, TimeSpan.Zero);
            case ILocalReferenceOperation local:
                // The other variable may have been assigned between, unless it is assigned once.
                return SingleAssignment.Value(local.Local, cancellation) is { } given
                    && Shift(Operation(local, given, cancellation), mayHaveMonths, steps - 1, cancellation) is { Base: ILocalSymbol other } known
                    && SingleAssignment.Value(other, cancellation) is not null
                    ? known
                    : (local.Local, TimeSpan.Zero);
            case IPropertyReferenceOperation { Property: { Name: "UtcNow" or "Now", ContainingType.Name: "DateTimeOffset" or "DateTime" } }:
            case IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow", ContainingType.Name: "TimeProvider" } }:
                return (null, TimeSpan.Zero);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum:
                return Shift(sum.LeftOperand, mayHaveMonths, steps - 1, cancellation) is var (origin, shift)
                    && Known(sum.RightOperand, cancellation) is TimeSpan more
                    ? (origin, sum.OperatorKind is BinaryOperatorKind.Add ? shift + more : shift - more)
                    : null;
            case IInvocationOperation { Instance: { } instance, Arguments: { Length: 1 } arguments } call
                when call.TargetMethod.ContainingType.Name is "DateTimeOffset" or "DateTime":
                return Shift(instance, mayHaveMonths, steps - 1, cancellation) is var (first, distance)
                    && Distance(call.TargetMethod.Name, Known(arguments[0].Value, cancellation), mayHaveMonths) is { } step
                    ? (first, distance + step)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>How far a method moves a time; of months, the least, and only into the past.</summary>
    private static TimeSpan? Distance(string method, object? argument, bool mayHaveMonths)
    {
        if (argument is TimeSpan duration)
        {
            return method is "Add" ? duration
                : method is "Subtract" ? -duration
                : null;
        }

        double? number = NumberText.From(argument);
        double? days = method switch
        {
            "AddDays" => number,
            "AddHours" => number / 24,
            "AddMinutes" => number / (24 * 60),
            "AddMonths" when mayHaveMonths && number < 0 => number * DaysOfMonth,
            "AddYears" when mayHaveMonths && number < 0 => number * DaysOfYear,
            _ => null,
        };
        return days is > -MostDays and < MostDays ? TimeSpan.FromDays(days.Value) : null;
    }

    private static IOperation? Operation(IOperation near, SyntaxNode value, CancellationToken cancellation) =>
        near.SemanticModel is { } model && model.SyntaxTree == value.SyntaxTree ? model.GetOperation(value, cancellation) : null;

    private static object? Known(IOperation value, CancellationToken cancellation) =>
        value.Type is { } type ? PlacedValue.Of(value, type)?.Known(cancellation).Exact : null;
}
