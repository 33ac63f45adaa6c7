using System.Text.Json;

namespace Kling;

/// <summary>What a schema states of the cost of one request.</summary>
/// <param name="Slug">The model.</param>
/// <param name="Key">
/// The values of the parameters that decide the price: requests with the same values cost the same. <see langword="null"/> if the schema
/// does not say which parameters do, or the body cannot be read.
/// </param>
/// <param name="Stated">The estimate.</param>
internal sealed record CostQuote(string Slug, string? Key, KlingCost Stated)
{
    // The deepest JSON that a Utf8JsonWriter writes. A body may be nested deeper than JsonDocument reads by default.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static CostQuote For(IKlingRequest request) =>
        request.Model is { HasPriceParameters: true } model
            ? For(model, System.Text.Encoding.UTF8.GetBytes(request.ToJson()))
            : new CostQuote(request.Model.Slug, null, request.Model.Cost);

    /// <summary>The same of a body that was written already. It never throws: a submitted job must not be lost because of its price.</summary>
    public static CostQuote For(KlingModel model, ReadOnlyMemory<byte> body)
    {
        if (model.HasPriceParameters)
        {
            try
            {
                using var json = JsonDocument.Parse(body, Deep);
                return new CostQuote(model.Slug, model.PriceKey(json.RootElement), model.EstimateCost(json.RootElement));
            }
            catch (JsonException)
            {
                // Without the body, the model's own range is what is known.
            }
        }

        return new CostQuote(model.Slug, null, model.Cost);
    }
}
