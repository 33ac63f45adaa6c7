using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kling;

/// <summary>
/// A generative model of the API, described by its schema. Every generated request type has a static <c>Model</c> property, and every
/// assembly lists its models in <c>KlingModels.All</c>.
/// </summary>
public sealed class KlingModel
{
    private readonly RequestBinding? _binding;
    private readonly Lazy<SchemaDescription> _description;
    private readonly Lazy<JsonElement> _jsonSchema;

    private KlingModel(string slug, string schema, RequestBinding? binding)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        Slug = slug;
        Schema = schema;
        _binding = binding;
        _description = new Lazy<SchemaDescription>(() => SchemaDescription.Parse(schema));
        _jsonSchema = new Lazy<JsonElement>(() => StandardSchema.Of(schema));
    }

    /// <summary>The model's name in the API's URLs: <c>kling-o3-image2video</c>.</summary>
    public string Slug { get; }

    /// <summary>
    /// The model's schema file as JSON text without insignificant white space. <see cref="JsonSchema"/> is the same schema in plain JSON
    /// Schema.
    /// </summary>
    public string Schema { get; }

    /// <summary>
    /// The schema of a request body as plain JSON Schema 2020-12, for validators, agents and OpenAPI: no <c>x-</c> keywords, no keywords of
    /// other dialects (<c>nullable</c> becomes the type <c>null</c>), and no references to other documents. It is computed when it is first
    /// read.
    /// </summary>
    public JsonElement JsonSchema => _jsonSchema.Value;

    /// <summary>The display name of the model; the slug if the schema has no <c>title</c>.</summary>
    public string Title => _description.Value.Title ?? Slug;

    /// <summary>What the model does; empty if the schema does not say.</summary>
    public string Description => _description.Value.Description;

    /// <summary>What the model returns (<c>x-output</c>).</summary>
    public KlingOutputKind Output => _description.Value.Output;

    /// <summary>
    /// How long a job usually takes from submit to result (<c>x-typical-seconds</c>), or <see langword="null"/> if unknown.
    /// </summary>
    public TimeSpan? TypicalDuration => _description.Value.TypicalDuration;

    /// <summary>The average cost of a job, in US dollars (<c>x-typical-cost</c>), or <see langword="null"/> if unknown.</summary>
    public decimal? TypicalCost => _description.Value.TypicalCost;

    /// <summary>
    /// What a job costs, whatever its parameters are: the range that the model's page states (<c>range</c> of <c>x-cost</c>) and the average
    /// (<see cref="TypicalCost"/>).
    /// </summary>
    public KlingCost Cost => _description.Value.Costs.Stated;

    /// <summary>The page that documents the model (<c>x-source</c>), or <see langword="null"/>.</summary>
    public string? Source => _description.Value.Source;

    /// <summary>How much of the model's page its schema describes (<c>x-status</c>).</summary>
    public KlingModelStatus Status => _description.Value.Status;

    /// <summary>Whether the model is deprecated (<c>deprecated</c>). The API still serves it.</summary>
    public bool IsDeprecated => _description.Value.IsDeprecated;

    /// <summary>Whether the API no longer serves the model and refuses its requests with 410 (<c>x-retired</c>).</summary>
    public bool IsRetired => _description.Value.IsRetired;

    /// <summary>The model that replaces this one (<c>x-replaced-by</c>), or <see langword="null"/>.</summary>
    public KlingReplacement? ReplacedBy => _description.Value.ReplacedBy;

    /// <summary>The parameters, in the schema's order.</summary>
    public IReadOnlyList<KlingParameter> Parameters => _description.Value.Parameters;

    /// <summary>The generated request type, or <see langword="null"/> for a model from <see cref="FromSchema"/>.</summary>
    public Type? RequestType => _binding?.Type;

    /// <summary>Creates a model with a generated request type. Generated code calls it.</summary>
    /// <typeparam name="TRequest">The request type.</typeparam>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="schema">The schema as JSON text.</param>
    /// <returns>The model. The schema is parsed when it is first needed.</returns>
    public static KlingModel Create<TRequest>(string slug, string schema)
        where TRequest : class, IKlingRequest, IKlingJsonObject<TRequest> => new(slug, schema, new RequestBinding<TRequest>());

    /// <summary>Creates a model from a schema at run time. It can be listed, described and served, but it has no request type.</summary>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="schema">The schema as JSON text.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException"><paramref name="schema"/> is not a JSON object; the message contains the location.</exception>
    public static KlingModel FromSchema(string slug, string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var model = new KlingModel(slug, schema, binding: null);
        _ = model._description.Value;
        return model;
    }

    /// <summary>Reads and validates a request body with the model's generated type.</summary>
    /// <param name="json">The request body.</param>
    /// <param name="request">The request, or <see langword="null"/> if there is any violation.</param>
    /// <param name="violations">Every violation, each with its location; empty if there is none.</param>
    /// <returns>Whether <paramref name="json"/> is valid.</returns>
    /// <exception cref="InvalidOperationException">The model has no <see cref="RequestType"/>.</exception>
    public bool TryParse(JsonElement json, [NotNullWhen(true)] out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations)
    {
        if (_binding is null)
        {
            throw new InvalidOperationException(
                $"The model '{Slug}' was read from a schema at run time and has no request type. Check {nameof(RequestType)} first."
            );
        }

        return _binding.TryParse(json, out request, out violations);
    }

    /// <summary>
    /// Estimates the cost of a request from the schema (<c>x-cost</c>, <c>x-typical-cost</c>). Parameters that the body does not contain
    /// have their default.
    /// </summary>
    /// <param name="body">The request body. It is not validated.</param>
    /// <returns>The estimate. Figures that the schema does not state are <see langword="null"/>.</returns>
    public KlingCost EstimateCost(JsonElement body) => _description.Value.Costs.Estimate(body);

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;

    /// <summary>Whether the schema says which parameters decide the price.</summary>
    internal bool HasPriceParameters => _description.Value.Costs.HasParameters;

    /// <summary>The values of the parameters that decide the price, as one text.</summary>
    internal string PriceKey(JsonElement body) => _description.Value.Costs.Key(body);

    internal JsonTypeInfo? CreateTypeInfo(JsonSerializerOptions options) => _binding?.CreateTypeInfo(options);

    private abstract class RequestBinding
    {
        public abstract Type Type { get; }

        public abstract bool TryParse(
            JsonElement json,
            [NotNullWhen(true)] out IKlingRequest? request,
            out IReadOnlyList<KlingViolation> violations
        );

        public abstract JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);
    }

    private sealed class RequestBinding<TRequest> : RequestBinding
        where TRequest : class, IKlingRequest, IKlingJsonObject<TRequest>
    {
        public override Type Type => typeof(TRequest);

        public override bool TryParse(
            JsonElement json,
            [NotNullWhen(true)] out IKlingRequest? request,
            out IReadOnlyList<KlingViolation> violations
        )
        {
            bool valid = TRequest.TryParse(json, out TRequest? typed, out violations);
            request = typed;
            return valid;
        }

        public override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) =>
            JsonMetadataServices.CreateValueInfo<TRequest>(options, new KlingJsonConverter<TRequest>());
    }
}
