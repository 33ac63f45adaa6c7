using System.Text.Json.Nodes;
using Kling.CompilerServices;

namespace Kling;

/// <summary>The base of every generated builder.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <typeparam name="TRequest">The request that it builds.</typeparam>
public abstract class KlingBuilder<TSelf, TRequest>
    where TSelf : KlingBuilder<TSelf, TRequest>
    where TRequest : KlingRecord<TRequest>, IKlingFields<TRequest>, IKlingRequest
{
    /// <summary>Creates a builder that starts with a request.</summary>
    /// <param name="request">The request.</param>
    protected KlingBuilder(TRequest request) => Request = request;

    /// <summary>The request so far.</summary>
    protected TRequest Request { get; private set; }

    /// <summary>Assigns a parameter that the schema does not declare.</summary>
    /// <param name="name">The parameter's name in the JSON.</param>
    /// <param name="value">The value; <see langword="null"/> is JSON's null.</param>
    public TSelf WithAdditionalParameter(string name, JsonNode? value) =>
        With((TRequest)(Request with { AdditionalParameters = Request.AdditionalParameters.With(name, value) }));

    /// <summary>Returns the request after validation.</summary>
    /// <exception cref="KlingValidationException">The request violates its schema; the exception lists every violation.</exception>
    public TRequest Build()
    {
        IReadOnlyList<KlingViolation> violations = Request.Validate();
        return violations.Count == 0 ? Request : throw new KlingValidationException(Request.Model.Slug, violations);
    }

    /// <summary>Continues with another request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The builder itself.</returns>
    protected TSelf With(TRequest request)
    {
        Request = request;
        return (TSelf)this;
    }
}
