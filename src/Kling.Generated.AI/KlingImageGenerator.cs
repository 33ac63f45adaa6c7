using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>
/// Generates and edits images with one model. Options become parameters only where the model has a parameter of that meaning; an option
/// that the model cannot honor is refused before anything is sent. Every call submits a job, which is billed, and waits for its result.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>OriginalImages</c>: a <see cref="UriContent"/> is sent as its URL; a <see cref="DataContent"/> is uploaded with
/// <see cref="KlingClient.Files"/> first, and anyone with its URL can read it.</item>
/// <item><c>ImageSize</c>: of a model that has aspect ratios instead of sizes, the ratio is used, and the number of pixels is the model's
/// own.</item>
/// <item><c>Count</c>, <c>MediaType</c>: the model's own parameters. Without one, a count of 1 is allowed, and no media type.</item>
/// <item><c>AdditionalProperties</c>: the model's other parameters by their names in JSON. <c>RawRepresentationFactory</c>: may return a
/// request of the model, to which the other options are added.</item>
/// <item><c>ModelId</c> must be the model's slug, if it is set. <c>ResponseFormat</c>: <c>Uri</c> (the default) or <c>Data</c>, which
/// downloads the files.</item>
/// </list>
/// </remarks>
[Experimental("MEAI001")]
public sealed class KlingImageGenerator : IImageGenerator
{
    private readonly KlingClient _client;
    private readonly KlingModel _model;

    /// <summary>Creates a generator.</summary>
    /// <param name="client">The client that submits. The generator does not dispose it.</param>
    /// <param name="model">The model. Its output must be an image.</param>
    /// <exception cref="ArgumentException">The model's output is not an image.</exception>
    public KlingImageGenerator(KlingClient client, KlingModel model)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Output is not KlingOutputKind.Image)
        {
            string message = $"The output of '{model.Slug}' is not an image (x-output: {ModelText.Kind(model.Output)}).";
            throw new ArgumentException(message, nameof(model));
        }

        (_client, _model) = (client, model);
    }

    /// <summary>Submits a job and waits for its images.</summary>
    /// <param name="request">The prompt and, to edit, the original images.</param>
    /// <param name="options">The options; <see langword="null"/> for the model's defaults.</param>
    /// <param name="cancellationToken">Cancels the submit or the wait. It does not stop the job, which may be billed.</param>
    /// <returns>
    /// The images: <see cref="UriContent"/> with URLs that are valid for 7 days, or <see cref="DataContent"/>. The raw representation is
    /// the <see cref="KlingResult"/>.
    /// </returns>
    /// <exception cref="NotSupportedException">The model cannot honor an option. Nothing was sent.</exception>
    /// <exception cref="KlingValidationException">The request violates the model's schema. Nothing was submitted.</exception>
    /// <exception cref="KlingException">The submit, the wait or a file failed, as for <see cref="KlingClient"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request,
        ImageGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var parameters = new ImageParameters(_model);
        ImageGenerationResponseFormat? format = parameters.Map(request, options, this);
        await parameters.AddOriginalsAsync(request.OriginalImages, _client.Files, cancellationToken).ConfigureAwait(false);

        KlingResult result = await _client
            .RunAsync(Read(parameters.ToJson()), onSubmitted: (Func<KlingJob, Task>?)null, progress: null, cancellationToken)
            .ConfigureAwait(false);
        var contents = new List<AIContent>();
        foreach (KlingMedia image in result.Images.Count > 0 ? result.Images : result.Outputs)
        {
            contents.Add(await ContentAsync(image, format, cancellationToken).ConfigureAwait(false));
        }

        return new ImageGenerationResponse(contents) { RawRepresentation = result };
    }

    /// <summary>
    /// Returns the generator's <see cref="KlingClient"/>, <see cref="KlingModel"/> or <see cref="ImageGeneratorMetadata"/>, or itself.
    /// </summary>
    /// <param name="serviceType">The type.</param>
    /// <param name="serviceKey">There are no keyed services.</param>
    /// <returns>The service, or <see langword="null"/>.</returns>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(KlingClient) ? _client
            : serviceType == typeof(KlingModel) ? _model
            : serviceType == typeof(ImageGeneratorMetadata) ? new ImageGeneratorMetadata("segmind", providerUri: null, _model.Slug)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the client belongs to the caller.</summary>
    public void Dispose() { }

    private IKlingRequest Read(JsonElement body)
    {
        if (_model.RequestType is null)
        {
            return new SchemaRequest(_model, body);
        }

        return _model.TryParse(body, out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations)
            ? request
            : throw new KlingValidationException(_model.Slug, violations);
    }

    private static async Task<AIContent> ContentAsync(
        KlingMedia image,
        ImageGenerationResponseFormat? format,
        CancellationToken cancellationToken
    )
    {
        string type = image.ContentType ?? ImageMediaType.OfUrl(image.Url) ?? "image/*";
        if (format is not ImageGenerationResponseFormat.Data && image.Url.Scheme != "data")
        {
            return new UriContent(image.Url, type);
        }

        using var bytes = new MemoryStream();
        Stream file = await image.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await file.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        }

        return new DataContent(bytes.ToArray(), type);
    }
}
