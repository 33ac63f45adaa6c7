using System.Runtime.CompilerServices;
using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli;

/// <summary>A request body that was validated against its model's schema.</summary>
internal sealed class CheckedRequest
{
    /// <summary>Making a judge costs more than judging, and a file to import may have thousands of requests of one model.</summary>
    private static readonly ConditionalWeakTable<KlingModel, SchemaJudge> Judges = [];

    private readonly IKlingRequest? _typed;

    private CheckedRequest(KlingModel model, JsonElement body, IKlingRequest? typed, IReadOnlyList<KlingViolation> violations)
    {
        Model = model;
        Body = body;
        _typed = typed;
        Violations = violations;
    }

    /// <summary>The model.</summary>
    public KlingModel Model { get; }

    /// <summary>The body.</summary>
    public JsonElement Body { get; }

    /// <summary>The violations of the schema; empty if it is valid.</summary>
    public IReadOnlyList<KlingViolation> Violations { get; }

    /// <summary>Validates a body with the generated type, or with the schema if the model is not compiled in.</summary>
    public static CheckedRequest Of(KlingModel model, JsonElement body)
    {
        if (model.RequestType is null)
        {
            return new CheckedRequest(model, body, typed: null, Judges.GetValue(model, static model => new SchemaJudge(model.Schema)).Judge(body));
        }

        _ = model.TryParse(body, out IKlingRequest? typed, out IReadOnlyList<KlingViolation> violations);
        return new CheckedRequest(model, body, typed, violations);
    }

    /// <summary>The request itself.</summary>
    /// <exception cref="CliFailure">It is not valid, or names a local file instead of its URL.</exception>
    public CheckedRequest Valid(CliHost host)
    {
        IReadOnlyList<string> hints = LocalFiles.Hints(Model, Body, host);
        return Violations.Count > 0 ? throw CliFailure.Invalid(Model.Slug, Violations, hints)
            : hints.Count > 0
                ? throw new CliFailure(ExitCodes.InvalidRequest, hints[0] + " Nothing was sent") { Details = [.. hints.Skip(1)] }
            : this;
    }

    /// <summary>What the job is expected to cost.</summary>
    public KlingCost Cost => Model.EstimateCost(Body);

    /// <summary>The parameters that the schema does not declare. They are allowed, but often a mistake.</summary>
    public IEnumerable<string> UnknownParameters =>
        Body.ValueKind is not JsonValueKind.Object
            ? []
            : Body.EnumerateObject()
                .Select(static member => member.Name)
                .Where(name => Model.Parameters.All(parameter => parameter.Name != name));

    /// <summary>A sentence about each of <see cref="UnknownParameters"/>.</summary>
    /// <remarks>A schema without parameters says nothing of them.</remarks>
    public IEnumerable<string> Doubts() =>
        (Model.Parameters.Count == 0 ? [] : UnknownParameters).Select(name =>
            $"note: the schema of '{Model.Slug}' has no parameter '{name}'; it is sent unchanged.{Suggestion.For(name, Model.Parameters.Select(static parameter => parameter.Name))}"
        );

    /// <summary>It as the library takes it.</summary>
    public IKlingRequest Typed => _typed ?? new UncompiledRequest(Model, Body);

    /// <summary>Submits it.</summary>
    public Task<KlingJob> SubmitAsync(KlingClient client, CancellationToken cancellationToken) =>
        _typed is null ? client.SubmitAsync(Model.Slug, Body, cancellationToken) : client.SubmitAsync(_typed, cancellationToken);
}
