namespace Kling.Cli;

/// <summary>An option whose value is a whole number.</summary>
internal sealed class WholeNumberOption : NumberOption
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="least">The lowest number; <see langword="null"/> if it may be negative.</param>
    public WholeNumberOption(string name, int? least)
        : base(
            name,
            number => number >= (least ?? int.MinValue) && number <= int.MaxValue && double.IsInteger(number),
            least is null ? "without decimals" : FormattableString.Invariant($"of at least {least}, without decimals")
        ) => HelpName = "number";
}
