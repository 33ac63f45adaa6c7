namespace Kling;

/// <summary>A limit for the cost of tickets, shared by all workers of the store.</summary>
/// <param name="Limit">The most that may be spent, in US dollars; zero or more. 1 credit is counted as 1 US dollar.</param>
/// <remarks>
/// <para>Before a ticket is submitted, the highest cost that is known for its request is reserved (<see cref="KlingClient.EstimateCost"/>). A
/// ticket that could exceed the limit stays enqueued. The reservation of a completed job is replaced by what the job has cost. A request
/// whose cost is not known reserves nothing, so it can exceed the limit.</para>
/// <para>The sums are stored, so they outlive the process. A job of an earlier period is counted in the period in which it was submitted.</para>
/// </remarks>
public sealed record KlingBudget(decimal Limit)
{
    /// <summary>The name under which the sums are stored.</summary>
    /// <value>1 to 100 characters. The default is <c>all</c>.</value>
    public string Name { get; init; } = "all";

    /// <summary>
    /// The tag that a ticket must have to be counted. Each value of the tag has the limit for itself: with <c>customer</c>, each customer.
    /// </summary>
    /// <value>The default, <see langword="null"/>, counts every ticket together.</value>
    public string? Tag { get; init; }

    /// <summary>After which time the sum begins at zero again.</summary>
    /// <value>The default is <see cref="KlingBudgetPeriod.None"/>.</value>
    public KlingBudgetPeriod Period { get; init; }

    internal KlingBudget Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Limit);
        return Name is { Length: > 0 and <= 100 } && !Name.Contains('\n') && Enum.IsDefined(Period)
            ? this
            : throw new ArgumentException("The name of a budget must have 1 to 100 characters, and its period must be one of the enum.");
    }
}
