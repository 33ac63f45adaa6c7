using System.Text.Json;

namespace Kling;

/// <summary>How models become tools for an agent. Pass it to <see cref="KlingAIExtensions.AsAITools"/>.</summary>
public sealed record KlingToolOptions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a person must approve every call that submits a job, because it is billed. The tools are then of the type
    /// <c>ApprovalRequiredAIFunction</c>: the chat client returns a request for approval instead of calling them.
    /// </summary>
    /// <value>
    /// The default is <see langword="true"/>. With <see langword="false"/>, the language model spends money by itself: limit it in another
    /// way.
    /// </value>
    public bool RequiresApproval { get; init; } = true;

    /// <summary>
    /// Whether five tools stand for all models (list, describe, submit, status, result) instead of one tool for each model. A list of many
    /// models then does not fill the context of the chat, but the language model needs one more call to read a model's schema.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Compact { get; init; }

    /// <summary>
    /// Whether the tools' schemas are of the strict subset of JSON Schema, for APIs that guarantee that arguments match it (structured
    /// outputs). Every property is required and every object closed; an optional parameter can be null, which means that it is not sent.
    /// </summary>
    /// <value>
    /// The default is <see langword="false"/>: the schema is <see cref="KlingModel.JsonSchema"/> as it is. With <see langword="true"/>, the
    /// tools have <c>strict</c> in their <c>AdditionalProperties</c>. What the subset cannot express is in the descriptions, and is still
    /// checked before a request is sent. Values without a fixed shape (free-form objects, tuples) are passed as JSON text.
    /// </value>
    public bool Strict { get; init; }

    /// <summary>
    /// How long a call that submits a job waits for the result. If the job is not finished then, the result says how to go on.
    /// </summary>
    /// <value>
    /// More than zero, at most one hour. The default is <see langword="null"/>: it does not wait and returns a token; another tool gets the
    /// status and the result.
    /// </value>
    public TimeSpan? WaitAtMost { get; init; }

    /// <summary>
    /// Validates a request of a model that has no generated type (<see cref="KlingModel.FromSchema"/>), for example with a
    /// <c>SchemaJudge</c> of Kling.Emulator: <c>(model, body) => new SchemaJudge(model.Schema).Judge(body)</c>. Models with a generated
    /// type are validated by that type.
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the server validates such a request.</value>
    public Func<KlingModel, JsonElement, IReadOnlyList<KlingViolation>>? Validate { get; init; }

    /// <exception cref="ArgumentOutOfRangeException"><see cref="WaitAtMost"/> is out of its range.</exception>
    internal KlingToolOptions Checked() =>
        WaitAtMost is { } wait && (wait <= TimeSpan.Zero || wait > LongestWait)
            ? throw new ArgumentOutOfRangeException("options", wait, "WaitAtMost must be more than zero and at most one hour.")
            : this;
}
