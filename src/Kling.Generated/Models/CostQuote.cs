using System.Text.Json;

namespace Kling;

/// <summary>What a schema states of the cost of one request.</summary>
/// <param name="Slug">The model.</param>
/// <param name="Key">
/// The values of the parameters that decide the price: requests with the same values cost the same. <see langword="null"/> if the schema
/// does not say which parameters do.
/// </param>
/// <param name="Stated">The estimate.</param>
internal sealed record CostQuote(string Slug, string? Key, KlingCost Stated)
{
    public static CostQuote For(IKlingRequest request)
    {
        KlingModel model = request.Model;
        if (!model.HasPriceParameters)
        {
            return new CostQuote(model.Slug, null, model.EstimateCost(default));
        }

        using var body = JsonDocument.Parse(request.ToJson());
        return new CostQuote(model.Slug, model.PriceKey(body.RootElement), model.EstimateCost(body.RootElement));
    }
}
