using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kling;

/// <summary>
/// The response to a request that violates its schema: 400 with a validation problem, as ASP.NET Core's own validation writes it. It does not
/// use the application's JSON options: a native AOT application need not know the type of problems.
/// </summary>
internal sealed class KlingProblem(IReadOnlyList<KlingViolation> violations) : IResult
{
    private const string Title = "The request violates the schema of its model.";

    public Task ExecuteAsync(HttpContext httpContext) =>
        WebJson.RefuseAsync(
            httpContext,
            StatusCodes.Status400BadRequest,
            Title,
            problem =>
            {
                problem["type"] = "https://tools.ietf.org/html/rfc9110#section-15.5.1";
                problem["errors"] = Errors();
            }
        );

    /// <summary>The messages by JSON Pointer.</summary>
    private JsonObject Errors()
    {
        var errors = new JsonObject();
        foreach (IGrouping<string, KlingViolation> location in violations.GroupBy(static violation => violation.Path, StringComparer.Ordinal))
        {
            errors[location.Key] = new JsonArray([.. location.Select(static violation => JsonValue.Create(violation.Message))]);
        }

        return errors;
    }
}
