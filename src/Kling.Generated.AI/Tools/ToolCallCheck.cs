using System.Text.Json;

namespace Kling;

/// <summary>What a call would submit.</summary>
/// <param name="Model">The model, or <see langword="null"/> if there is none.</param>
/// <param name="Body">The parameters.</param>
/// <param name="Request">The request, or <see langword="null"/> if the call is not valid.</param>
/// <param name="Cost">The estimated cost of the request.</param>
/// <param name="Violations">The violations of the model's schema.</param>
/// <param name="Failure">The result of a call that is not valid; otherwise <see langword="null"/>.</param>
internal sealed record ToolCallCheck(
    KlingModel? Model,
    JsonElement Body,
    IKlingRequest? Request,
    KlingCost Cost,
    IReadOnlyList<KlingViolation> Violations,
    JsonElement? Failure
)
{
    /// <summary>A call that fails before a model is known.</summary>
    public static ToolCallCheck Fail(JsonElement failure) => new(null, default, null, new KlingCost(), [], failure);
}
