namespace Kling;

/// <summary>What becomes of the amount that is reserved for a ticket.</summary>
internal enum Settlement
{
    /// <summary>It stays reserved: the job is or may be in flight.</summary>
    Keep,

    /// <summary>It is free again: the job is not billed.</summary>
    Release,

    /// <summary>It is spent: the cost of the job, or what was reserved if the cost is not known.</summary>
    Spend,
}
