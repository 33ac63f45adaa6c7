using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Durations that are computed as the program computes them: from numbers, from texts and from other durations.</summary>
internal static class Durations
{
    /// <summary>The result of an operator, or <see langword="null"/> if it is not known or neither operand is a duration.</summary>
    public static object? Binary(SyntaxKind operation, object? left, object? right) =>
        (operation, left, right) switch
        {
            (SyntaxKind.AddExpression, TimeSpan one, TimeSpan other) => FromTicks((double)one.Ticks + other.Ticks),
            (SyntaxKind.SubtractExpression, TimeSpan one, TimeSpan other) => FromTicks((double)one.Ticks - other.Ticks),
            (SyntaxKind.DivideExpression, TimeSpan one, TimeSpan other) when other.Ticks != 0 => (double)one.Ticks / other.Ticks,
            (SyntaxKind.MultiplyExpression, TimeSpan one, { } factor) => FromTicks(one.Ticks * NumberText.From(factor)),
            (SyntaxKind.MultiplyExpression, { } factor, TimeSpan one) => FromTicks(one.Ticks * NumberText.From(factor)),
            (SyntaxKind.DivideExpression, TimeSpan one, { } divisor) => FromTicks(one.Ticks / NumberText.From(divisor)),
            _ => null,
        };

    /// <summary>The duration with the opposite sign.</summary>
    public static object? Negate(TimeSpan duration) => FromTicks(-(double)duration.Ticks);

    /// <summary>A static field of <see cref="TimeSpan"/> or <see cref="Timeout"/>.</summary>
    public static object? Named(string field) =>
        field switch
        {
            nameof(TimeSpan.Zero) => TimeSpan.Zero,
            nameof(TimeSpan.MaxValue) => TimeSpan.MaxValue,
            nameof(TimeSpan.MinValue) => TimeSpan.MinValue,
            nameof(Timeout.InfiniteTimeSpan) => Timeout.InfiniteTimeSpan,
            _ => null,
        };

    /// <summary>A property of a duration.</summary>
    public static object? Part(TimeSpan duration, string property) =>
        property switch
        {
            nameof(TimeSpan.TotalDays) => duration.TotalDays,
            nameof(TimeSpan.TotalHours) => duration.TotalHours,
            nameof(TimeSpan.TotalMinutes) => duration.TotalMinutes,
            nameof(TimeSpan.TotalSeconds) => duration.TotalSeconds,
            nameof(TimeSpan.TotalMilliseconds) => duration.TotalMilliseconds,
            nameof(TimeSpan.Days) => duration.Days,
            nameof(TimeSpan.Hours) => duration.Hours,
            nameof(TimeSpan.Minutes) => duration.Minutes,
            nameof(TimeSpan.Seconds) => duration.Seconds,
            nameof(TimeSpan.Milliseconds) => duration.Milliseconds,
            nameof(TimeSpan.Ticks) => duration.Ticks,
            _ => null,
        };

    /// <summary>What a static method returns.</summary>
    public static object? Made(string method, object?[] arguments)
    {
        if (method == nameof(TimeSpan.Parse))
        {
            return arguments.Length == 1 && TimeSpan.TryParse(arguments[0] as string, CultureInfo.InvariantCulture, out TimeSpan parsed)
                ? parsed
                : null;
        }

        double? unit = method switch
        {
            nameof(TimeSpan.FromDays) => TimeSpan.TicksPerDay,
            nameof(TimeSpan.FromHours) => TimeSpan.TicksPerHour,
            nameof(TimeSpan.FromMinutes) => TimeSpan.TicksPerMinute,
            nameof(TimeSpan.FromSeconds) => TimeSpan.TicksPerSecond,
            nameof(TimeSpan.FromMilliseconds) => TimeSpan.TicksPerMillisecond,
            nameof(TimeSpan.FromTicks) => 1,
            _ => null,
        };

        // The other arguments are smaller parts, which are 0 where they are left out.
        return arguments.Length > 0 && arguments.Skip(1).All(static part => NumberText.From(part) == 0)
            ? FromTicks(NumberText.From(arguments[0]) * unit)
            : null;
    }

    /// <summary>What a constructor makes.</summary>
    public static object? Made(object?[] arguments)
    {
        double?[] parts = [.. arguments.Select(NumberText.From)];
        return parts.Length switch
        {
            1 => FromTicks(parts[0]),
            3 => FromTicks(Ticks(0, parts[0], parts[1], parts[2], 0)),
            4 => FromTicks(Ticks(parts[0], parts[1], parts[2], parts[3], 0)),
            5 => FromTicks(Ticks(parts[0], parts[1], parts[2], parts[3], parts[4])),
            _ => null,
        };
    }

    /// <summary>What a method of a duration returns.</summary>
    public static object? Changed(TimeSpan duration, string method, object?[] arguments) =>
        (method, arguments.Length) switch
        {
            (nameof(TimeSpan.Negate), 0) => Negate(duration),
            (nameof(TimeSpan.Duration), 0) => duration < TimeSpan.Zero ? Negate(duration) : duration,
            (nameof(TimeSpan.Add), 1) => Binary(SyntaxKind.AddExpression, duration, arguments[0]),
            (nameof(TimeSpan.Subtract), 1) => Binary(SyntaxKind.SubtractExpression, duration, arguments[0]),
            ("Multiply", 1) => Binary(SyntaxKind.MultiplyExpression, duration, arguments[0]),
            ("Divide", 1) => Binary(SyntaxKind.DivideExpression, duration, arguments[0]),
            _ => null,
        };

    private static double? Ticks(double? days, double? hours, double? minutes, double? seconds, double? milliseconds) =>
        (days * TimeSpan.TicksPerDay)
        + (hours * TimeSpan.TicksPerHour)
        + (minutes * TimeSpan.TicksPerMinute)
        + (seconds * TimeSpan.TicksPerSecond)
        + (milliseconds * TimeSpan.TicksPerMillisecond);

    // What overflows throws in the program, and is not known here.
    private static TimeSpan? FromTicks(double? ticks) =>
        ticks is { } number && Math.Abs(number) < long.MaxValue ? TimeSpan.FromTicks((long)number) : null;
}
