using System.Collections;
using System.Globalization;

namespace Kling.Annotations;

/// <summary>What all constraint attributes do alike: reach the items of lists, and say a range in words.</summary>
internal static class SchemaConstraint
{
    public static bool Holds(object? value, int depth, ISchemaConstraint constraint) => value switch
    {
        // Like every DataAnnotations attribute: that a value must be there is another's business.
        null => true,
        _ when depth == 0 => constraint.Allows(value),
        IEnumerable items => items.Cast<object?>().All(item => Holds(item, depth - 1, constraint)),
        _ => true,
    };

    public static string Between<T>(T minimum, T noMinimum, T maximum, T noMaximum)
        where T : IEquatable<T>, IFormattable =>
        (minimum.Equals(noMinimum), maximum.Equals(noMaximum)) switch
        {
            (false, false) => $"from {Text(minimum)} to {Text(maximum)}",
            (false, true) => $"at least {Text(minimum)}",
            (true, false) => $"at most {Text(maximum)}",
            _ => "any number of",
        };

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
