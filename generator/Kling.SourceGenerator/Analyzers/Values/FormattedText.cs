using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Identifiers and dates as texts: which value is not known, but its form is. The samples are one text for each way in which a date, its
/// kind and the culture can write it.
/// </summary>
internal static class FormattedText
{
    private static readonly Guid Identifier = new("01234567-89ab-cdef-0123-456789abcdef");

    private static readonly DateTime[] Dates =
    [
        new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified),
        new(2026, 12, 31, 23, 59, 58, DateTimeKind.Utc),
        new(2026, 12, 31, 23, 59, 58, DateTimeKind.Unspecified),
    ];

    /// <summary>A culture that writes a date as the standard does.</summary>
    private static readonly CultureInfo Standard = WithStandardDates();

    /// <summary>The samples, or <see langword="null"/> if nothing is known of the form.</summary>
    public static string[]? Of(ITypeSymbol type, string? format, bool isInvariant) =>
        type is not { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? null
            : Try(() =>
                type.Name switch
                {
                    "Guid" => [Identifier.ToString(format, CultureInfo.InvariantCulture)],
                    "DateTime" => Texts(Dates, isInvariant, (date, culture) => date.ToString(format, culture)),
                    "DateTimeOffset" => Texts(
                        Dates,
                        isInvariant,
                        (date, culture) => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)).ToString(format, culture)
                    ),
                    "DateOnly" => Texts(Dates, isInvariant, (date, culture) => date.ToString(DateOnly(format), culture)),
                    "TimeOnly" => Texts(Dates, isInvariant, (date, culture) => date.ToString(TimeOnly(format), culture)),
                    _ => null,
                }
            );

    private static string DateOnly(string? format) =>
        format switch
        {
            null or "" => "d",
            "o" or "O" => "yyyy'-'MM'-'dd",
            "r" or "R" => "ddd, dd MMM yyyy",
            _ => format,
        };

    private static string TimeOnly(string? format) =>
        format switch
        {
            null or "" => "t",
            "o" or "O" => "HH':'mm':'ss.fffffff",
            "r" or "R" => "HH':'mm':'ss",
            _ => format,
        };

    private static string[] Texts(DateTime[] dates, bool isInvariant, Func<DateTime, CultureInfo, string> write)
    {
        CultureInfo[] cultures = isInvariant ? [CultureInfo.InvariantCulture] : [CultureInfo.InvariantCulture, Standard];
        return [.. cultures.SelectMany(culture => dates.Select(date => write(date, culture)))];
    }

    private static CultureInfo WithStandardDates()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.DateSeparator = "-";
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.LongDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return culture;
    }

    private static string[]? Try(Func<string[]?> write)
    {
        try
        {
            return write();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
