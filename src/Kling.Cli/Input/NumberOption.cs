using System.CommandLine;
using System.Globalization;

namespace Kling.Cli;

/// <summary>An option whose value is a number within limits, written with a decimal point in every culture.</summary>
internal class NumberOption : Option<double?>
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isAllowed">Whether a number is within the limits.</param>
    /// <param name="limits">The limits in words.</param>
    public NumberOption(string name, Func<double, bool> isAllowed, string limits)
        : base(name) =>
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && isAllowed(number))
            {
                return number;
            }

            result.AddError($"{name} must be a number {limits}, not '{text}'.");
            return null;
        };
}
