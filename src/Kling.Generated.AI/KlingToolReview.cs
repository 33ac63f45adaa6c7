using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>
/// A call that waits for approval: what it would submit, what that costs, and whether it is valid. It comes from
/// <see cref="KlingAIExtensions.Review"/>.
/// </summary>
public sealed class KlingToolReview
{
    internal KlingToolReview(ToolApprovalRequestContent request, ToolCallCheck check)
    {
        Model = check.Model;
        Cost = check.Cost;
        Violations = check.Violations;
        Rejection = check.Failure is { } failure ? request.CreateResponse(approved: false, failure.GetRawText()) : null;
    }

    /// <summary>The model, or <see langword="null"/> if the call names none that exists.</summary>
    public KlingModel? Model { get; }

    /// <summary>
    /// The estimated cost of this call, with what the client's completed jobs have cost. If the schema has no prices for parameters, it is the
    /// range of the model.
    /// </summary>
    public KlingCost Cost { get; }

    /// <summary>The violations of the model's schema; empty if there is none.</summary>
    public IReadOnlyList<KlingViolation> Violations { get; }

    /// <summary>
    /// The answer to a call that is not valid: it tells the language model what to correct, before a person decides about a call that would
    /// fail. <see langword="null"/> if the call is valid and a person should decide.
    /// </summary>
    public ToolApprovalResponseContent? Rejection { get; }
}
