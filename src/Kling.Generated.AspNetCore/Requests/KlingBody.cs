using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kling;

/// <summary>
/// A request that is read from the body of an HTTP request: <c>app.MapPost("/videos", (KlingBody&lt;KlingO3Text2VideoRequest&gt; body) =&gt; …)</c>.
/// It needs no attribute. The response to a body that violates the schema is 400 with a validation problem, which names each violation by its
/// JSON Pointer; the handler is not called.
/// </summary>
/// <typeparam name="TRequest">The request type.</typeparam>
public sealed class KlingBody<TRequest> : IBindableFromHttpContext<KlingBody<TRequest>>, IEndpointParameterMetadataProvider
    where TRequest : class, IKlingRequest, IKlingJsonObject<TRequest>
{
    private readonly TRequest? _request;
    private readonly IReadOnlyList<KlingViolation> _violations;

    private KlingBody(TRequest? request, IReadOnlyList<KlingViolation> violations) => (_request, _violations) = (request, violations);

    // The filters of an application, such as those of AddValidation(), may read it before a body that is not valid is refused: it must not throw.
    /// <summary>The request. It is valid when the handler is called.</summary>
    public TRequest Request => _request!;

    /// <summary>The request of a body.</summary>
    /// <param name="body">The body.</param>
    public static implicit operator TRequest(KlingBody<TRequest> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Request;
    }

    /// <summary>The request of this body.</summary>
    /// <returns>The request.</returns>
    public TRequest ToRequest() => Request;

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "ASP.NET Core calls it.")]
    public static async ValueTask<KlingBody<TRequest>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasJsonContentType())
        {
            return Refused("contentType", "The content type must be application/json.");
        }

        try
        {
            using JsonDocument document = await JsonDocument
                .ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
                .ConfigureAwait(false);
            _ = TRequest.TryParse(document.RootElement, out TRequest? request, out IReadOnlyList<KlingViolation> violations);
            return new KlingBody<TRequest>(request, violations);
        }
        catch (JsonException e)
        {
            return Refused("json", "The body is not JSON: " + e.Message);
        }
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "ASP.NET Core calls it.")]
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(TRequest)));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status400BadRequest,
                typeof(HttpValidationProblemDetails),
                ["application/problem+json"]
            )
        );
        builder.FilterFactories.Add(
            static (_, next) =>
                context =>
                    context.Arguments.OfType<KlingBody<TRequest>>().FirstOrDefault(static body => body._violations.Count > 0) is { } refused
                        ? ValueTask.FromResult<object?>(new KlingProblem(refused._violations))
                        : next(context)
        );
    }

    private static KlingBody<TRequest> Refused(string keyword, string message) =>
        new(request: null, [new KlingViolation("", keyword, Limit: null, Actual: null, message)]);
}
