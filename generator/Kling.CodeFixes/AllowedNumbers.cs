using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes;

/// <summary>The numbers that a parameter allows: between two bounds, and multiples of a step if it has one.</summary>
internal sealed class AllowedNumbers
{
    /// <summary>The attribute of <c>minimum</c> and <c>maximum</c>.</summary>
    public const string Range = "SchemaRangeAttribute";

    /// <summary>The attribute of <c>multipleOf</c>.</summary>
    public const string MultipleOf = "SchemaMultipleOfAttribute";

    // Beyond it, a double is not every integer.
    private const double MostExact = 9007199254740992;

    private double _minimum = double.NegativeInfinity;
    private double _maximum = double.PositiveInfinity;
    private bool _minimumIsExclusive;
    private bool _maximumIsExclusive;
    private decimal? _step;

    private AllowedNumbers() { }

    public static AllowedNumbers Of(ConstrainedTarget target)
    {
        var numbers = new AllowedNumbers();
        if (
            target.Constraint(Range) is { ConstructorArguments: { Length: 2 } bounds } range
            && bounds[0].Value is double minimum
            && bounds[1].Value is double maximum
        )
        {
            (numbers._minimum, numbers._maximum) = (minimum, maximum);
            numbers._minimumIsExclusive = range.NamedArguments.Any(static argument =>
                argument is { Key: "MinimumIsExclusive", Value.Value: true }
            );
            numbers._maximumIsExclusive = range.NamedArguments.Any(static argument =>
                argument is { Key: "MaximumIsExclusive", Value.Value: true }
            );
        }

        if (
            target.Constraint(MultipleOf) is { ConstructorArguments: { Length: 1 } steps }
            && decimal.TryParse(steps[0].Value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal step)
            && step > 0
        )
        {
            numbers._step = step;
        }

        if (target.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 })
        {
            numbers._step = WholeStep(numbers._step ?? 1);
        }

        return numbers;
    }

    /// <summary>The nearest allowed number as a C# literal, or <see langword="null"/> if there is none.</summary>
    /// <param name="id">The rule that reports the number: it says on which side of which bound the number is.</param>
    /// <param name="multiple">The nearest multiple, whether or not it is in range.</param>
    public string? Nearest(string id, string? multiple)
    {
        try
        {
            return _step is { } step ? NearestMultiple(id, multiple, step) : NearestDouble(id);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private string? NearestMultiple(string id, string? multiple, decimal step)
    {
        decimal? least = IsKnown(_minimum) ? Least((decimal)_minimum, step, _minimumIsExclusive) : null;
        decimal? most = IsKnown(_maximum) ? -Least(-(decimal)_maximum, step, _maximumIsExclusive) : null;
        decimal? nearest = id switch
        {
            "KLING101" => least,
            "KLING102" => most,
            _ when decimal.TryParse(multiple, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number < least
                ? least
            : number > most ? most
            : number,
            _ => null,
        };
        return nearest < least || nearest > most
            ? null
            : nearest?.ToString("0.#############################", CultureInfo.InvariantCulture);

        static bool IsKnown(double bound) => Math.Abs(bound) < MostExact;
    }

    /// <summary>The least multiple that is not below a bound.</summary>
    private static decimal Least(decimal bound, decimal step, bool isExclusive)
    {
        decimal multiple = Math.Ceiling(bound / step) * step;
        return isExclusive && multiple == bound ? multiple + step : multiple;
    }

    private string? NearestDouble(string id)
    {
        double least = _minimumIsExclusive ? Following(_minimum) : _minimum;
        double most = _maximumIsExclusive ? -Following(-_maximum) : _maximum;
        double nearest = id is "KLING101" ? least : most;
        return least > most || double.IsInfinity(nearest)
            ? null
            : nearest switch
            {
                double.Epsilon => "double.Epsilon",
                -double.Epsilon => "-double.Epsilon",
                _ => nearest.ToString("R", CultureInfo.InvariantCulture),
            };
    }

    /// <summary>The next greater double.</summary>
    private static double Following(double number)
    {
        if (number == 0 || double.IsInfinity(number))
        {
            return number == 0 ? double.Epsilon : number;
        }

        long bits = BitConverter.DoubleToInt64Bits(number);
        return BitConverter.Int64BitsToDouble(number > 0 ? bits + 1 : bits - 1);
    }

    /// <summary>The least integer that is a multiple of a step: 3 for 1.5.</summary>
    private static decimal WholeStep(decimal step)
    {
        decimal whole = step;
        for (int times = 2; whole != Math.Floor(whole) && times <= 10_000; times++)
        {
            whole = step * times;
        }

        return whole;
    }
}
