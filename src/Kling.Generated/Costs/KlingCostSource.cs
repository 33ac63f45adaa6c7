namespace Kling;

/// <summary>Where the figures of a <see cref="KlingCost"/> come from.</summary>
public enum KlingCostSource
{
    /// <summary>Nothing is known of the cost.</summary>
    Unknown,

    /// <summary>The average cost of the model's jobs (<c>x-typical-cost</c>). How much more or less a job can cost is not known.</summary>
    Average,

    /// <summary>The range that the model's page states (<c>range</c> of <c>x-cost</c>).</summary>
    Range,

    /// <summary>The price that the model's page states for these parameters (<c>rule</c> of <c>x-cost</c>).</summary>
    Rule,

    /// <summary>What the client's completed jobs have cost, together with what the schema states.</summary>
    Learnt,
}
