using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Durations that are written out: <c>TimeSpan.FromSeconds(30)</c>, <c>new TimeSpan(1, 30, 0)</c>, <c>TimeSpan.Zero</c>.</summary>
internal static class DurationReader
{
    /// <summary>The duration, or <see langword="null"/> if it is not known.</summary>
    public static TimeSpan? Read(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => Read(conversion.Operand),
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var operand } => Read(operand) is { } positive
            && positive != TimeSpan.MinValue
                ? -positive
                : null,
            IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "TimeSpan" or "Timeout" } } => Named(name),
            IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var name } } call => Made(
                name,
                Numbers(call.Arguments),
                call
            ),
            IObjectCreationOperation { Type.Name: "TimeSpan" } creation => Constructed(Numbers(creation.Arguments)),
            _ => null,
        };

    private static TimeSpan? Named(string name) =>
        name switch
        {
            "Zero" => TimeSpan.Zero,
            "MaxValue" => TimeSpan.MaxValue,
            "MinValue" => TimeSpan.MinValue,
            "InfiniteTimeSpan" => Timeout.InfiniteTimeSpan,
            _ => null,
        };

    private static TimeSpan? Made(string name, double[]? numbers, IInvocationOperation call)
    {
        if (name == "Parse" && call.Arguments.Length == 1 && call.Arguments[0].Value.ConstantValue.Value is string text)
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan parsed) ? parsed : null;
        }

        double? ticks = name switch
        {
            "FromDays" => TimeSpan.TicksPerDay,
            "FromHours" => TimeSpan.TicksPerHour,
            "FromMinutes" => TimeSpan.TicksPerMinute,
            "FromSeconds" => TimeSpan.TicksPerSecond,
            "FromMilliseconds" => TimeSpan.TicksPerMillisecond,
            "FromTicks" => 1,
            _ => null,
        };

        // The other arguments are smaller parts, which are 0 where they are left out.
        return ticks is { } unit && numbers is { Length: > 0 } && numbers.Skip(1).All(static part => part == 0)
            ? FromTicks(numbers[0] * unit)
            : null;
    }

    private static TimeSpan? Constructed(double[]? numbers) =>
        numbers switch
        {
            { Length: 1 } => FromTicks(numbers[0]),
            { Length: 3 } => FromTicks(Ticks(0, numbers[0], numbers[1], numbers[2])),
            { Length: 4 } => FromTicks(Ticks(numbers[0], numbers[1], numbers[2], numbers[3])),
            _ => null,
        };

    private static double Ticks(double days, double hours, double minutes, double seconds) =>
        (days * TimeSpan.TicksPerDay)
        + (hours * TimeSpan.TicksPerHour)
        + (minutes * TimeSpan.TicksPerMinute)
        + (seconds * TimeSpan.TicksPerSecond);

    private static TimeSpan? FromTicks(double ticks) => Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null;

    /// <summary>The arguments in the order of the parameters, if all are constant.</summary>
    private static double[]? Numbers(IEnumerable<IArgumentOperation> arguments)
    {
        double?[] numbers =
        [
            .. arguments
                .OrderBy(static argument => argument.Parameter?.Ordinal)
                .Select(static argument => NumberText.From(argument.Value.ConstantValue.Value)),
        ];
        return numbers.All(static number => number is not null) ? [.. numbers.OfType<double>()] : null;
    }
}
