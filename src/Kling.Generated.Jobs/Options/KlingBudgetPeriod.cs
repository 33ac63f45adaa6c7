namespace Kling;

/// <summary>After which time the sum of a <see cref="KlingBudget"/> begins at zero again.</summary>
public enum KlingBudgetPeriod
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Every day, in UTC.</summary>
    Day,

    /// <summary>Every month, in UTC.</summary>
    Month,
}
