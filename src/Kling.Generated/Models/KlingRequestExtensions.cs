namespace Kling;

/// <summary>What any request can be asked.</summary>
public static class KlingRequestExtensions
{
    /// <summary>
    /// Estimates the cost of a request from its model's schema (<c>x-cost</c>, <c>x-typical-cost</c>). Nothing is sent.
    /// <see cref="KlingClient.EstimateCost"/> also knows what the client's completed jobs have cost.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>The estimate. Figures that the schema does not state are <see langword="null"/>.</returns>
    public static KlingCost EstimateCost(this IKlingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CostQuote.For(request).Stated;
    }
}
