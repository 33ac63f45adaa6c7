using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Numbers that are computed as the program computes them. What overflows is not known.</summary>
internal static class Arithmetic
{
    /// <summary>The result of an operator on operands of one type, or <see langword="null"/> if it is not known.</summary>
    public static object? Binary(SyntaxKind operation, SpecialType type, object? left, object? right) =>
        Try(() =>
            type switch
            {
                _ when left is null || right is null => null,
                SpecialType.System_Int32 when Integer(operation, ToInt64(left), ToInt64(right)) is { } result => checked((int)result),
                SpecialType.System_UInt32 when Integer(operation, ToInt64(left), ToInt64(right)) is { } result => checked((uint)result),
                SpecialType.System_Int64 => Integer(operation, ToInt64(left), ToInt64(right)),
                SpecialType.System_Single when Real(operation, ToDouble(left), ToDouble(right)) is { } result => (float)result,
                SpecialType.System_Double => Real(operation, ToDouble(left), ToDouble(right)),
                SpecialType.System_Decimal => Exact(operation, ToDecimal(left), ToDecimal(right)),
                _ => null,
            }
        );

    /// <summary>The number with the opposite sign.</summary>
    public static object? Negate(object? number) =>
        Try(() =>
            number switch
            {
                sbyte or byte or short or ushort or char or int => checked(-System.Convert.ToInt32(number, CultureInfo.InvariantCulture)),
                uint or long => checked(-System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                float real => -real,
                double real => -real,
                decimal exact => -exact,
                _ => (object?)null,
            }
        );

    /// <summary>A number in another type, as a cast converts it: to an integer it is cut off.</summary>
    public static object? Convert(object? number, SpecialType type) =>
        Try(() =>
            type switch
            {
                _ when number is null or bool or string => null,
                SpecialType.System_Char => (char)Truncate(number),
                SpecialType.System_SByte => (sbyte)Truncate(number),
                SpecialType.System_Byte => (byte)Truncate(number),
                SpecialType.System_Int16 => (short)Truncate(number),
                SpecialType.System_UInt16 => (ushort)Truncate(number),
                SpecialType.System_Int32 => (int)Truncate(number),
                SpecialType.System_UInt32 => (uint)Truncate(number),
                SpecialType.System_Int64 => (long)Truncate(number),
                SpecialType.System_UInt64 => (ulong)Truncate(number),
                SpecialType.System_Single => (float)ToDouble(number),
                SpecialType.System_Double => ToDouble(number),
                SpecialType.System_Decimal => ToDecimal(number),
                _ => (object?)null,
            }
        );

    private static long? Integer(SyntaxKind operation, long left, long right) =>
        checked(
            operation switch
            {
                SyntaxKind.AddExpression => left + right,
                SyntaxKind.SubtractExpression => left - right,
                SyntaxKind.MultiplyExpression => left * right,
                SyntaxKind.DivideExpression => left / right,
                SyntaxKind.ModuloExpression => left % right,
                SyntaxKind.BitwiseAndExpression => left & right,
                SyntaxKind.BitwiseOrExpression => left | right,
                SyntaxKind.ExclusiveOrExpression => left ^ right,
                _ => null,
            }
        );

    private static double? Real(SyntaxKind operation, double left, double right) =>
        operation switch
        {
            SyntaxKind.AddExpression => left + right,
            SyntaxKind.SubtractExpression => left - right,
            SyntaxKind.MultiplyExpression => left * right,
            SyntaxKind.DivideExpression => left / right,
            SyntaxKind.ModuloExpression => left % right,
            _ => null,
        };

    private static decimal? Exact(SyntaxKind operation, decimal left, decimal right) =>
        operation switch
        {
            SyntaxKind.AddExpression => left + right,
            SyntaxKind.SubtractExpression => left - right,
            SyntaxKind.MultiplyExpression => left * right,
            SyntaxKind.DivideExpression => left / right,
            SyntaxKind.ModuloExpression => left % right,
            _ => null,
        };

    private static decimal Truncate(object number) => decimal.Truncate(ToDecimal(number));

    private static long ToInt64(object number) =>
        number is char letter ? letter : System.Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static double ToDouble(object number) =>
        number is char letter ? letter : System.Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static decimal ToDecimal(object number) =>
        number is char letter ? letter : System.Convert.ToDecimal(number, CultureInfo.InvariantCulture);

    private static object? Try(Func<object?> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception exception) when (exception is ArithmeticException or InvalidCastException or FormatException)
        {
            return null;
        }
    }
}
