using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Kling;

/// <summary>A model as the studio shows it. Its schema is read when the form is first needed.</summary>
internal sealed class WebModel(KlingModel model)
{
    private readonly Lazy<RequestModel?> _bound = new(() => Bind(model));
    private SchemaJudge? _judge;

    public KlingModel Model => model;

    /// <summary>What the generator makes of the schema, or <see langword="null"/> if a build would refuse it.</summary>
    public RequestModel? Bound => _bound.Value;

    /// <summary>The model as a list shows it.</summary>
    public JsonObject Summary() =>
        new()
        {
            ["slug"] = model.Slug,
            ["title"] = model.Title,
            ["description"] = model.Description,
            ["output"] = model.Output.ToString().ToLowerInvariant(),
            ["seconds"] = model.TypicalDuration?.TotalSeconds,
            ["cost"] = Cost(model.Cost),
            ["deprecated"] = model.IsDeprecated,
            ["retired"] = model.IsRetired,
            ["replacedBy"] = model.ReplacedBy?.Slug,
            ["uncertain"] = model.Status is KlingModelStatus.Partial,
            ["source"] = model.Source,
        };

    /// <summary>The model with its schema, its form and a valid request.</summary>
    public JsonObject Details()
    {
        JsonObject json = Summary();
        json["schema"] = JsonNode.Parse(model.Schema);
        json["sample"] = JsonNode.Parse(SampleBody.Of(model).GetRawText());
        json["form"] = new JsonArray([.. Form().Select(static field => field.ToJson())]);
        return json;
    }

    /// <summary>A cost as the page shows it, or <see langword="null"/> if nothing is known.</summary>
    public static JsonObject? Cost(KlingCost cost) =>
        cost.Source is KlingCostSource.Unknown
            ? null
            : new JsonObject
            {
                ["text"] = cost.ToString(),
                ["lowest"] = cost.Lowest,
                ["expected"] = cost.Expected,
                ["highest"] = cost.Highest,
            };

    /// <summary>
    /// Validates a request: with the generated type, or with the schema if the model is not compiled in. The judge of schemas needs reflection:
    /// in a native AOT application, the server alone judges such a request.
    /// </summary>
    public IReadOnlyList<KlingViolation> Validate(JsonElement body)
    {
        if (model.RequestType is null)
        {
            return RuntimeFeature.IsDynamicCodeSupported ? (_judge ??= new SchemaJudge(model.Schema)).Judge(body) : [];
        }

        _ = model.TryParse(body, out _, out IReadOnlyList<KlingViolation> violations);
        return violations;
    }

    /// <summary>Enqueues a valid request, with the model: budgets and the expected time need it.</summary>
    public Task<KlingTicket> EnqueueAsync(
        KlingJobs jobs,
        JsonElement body,
        KlingEnqueueOptions options,
        CancellationToken cancellationToken
    )
    {
        IKlingRequest request =
            model.RequestType is not null && model.TryParse(body, out IKlingRequest? typed, out _) ? typed : new StoredRequest(model, body);
        return jobs.EnqueueAsync(request, options, cancellationToken);
    }

    private IReadOnlyList<FormField> Form() => Bound is { } bound ? FormBuilder.Of(bound, model.Schema) : [];

    private static RequestModel? Bind(KlingModel model)
    {
        // The namespace of the shipped models, unless the type says otherwise: that is where the code of the studio finds the type.
        string space = model.RequestType?.Namespace ?? "Kling.Models";
        var source = SchemaSource.Read(
            new SchemaFile(
                model.Slug + ".json",
                model.Schema,
                new SourceGenerator.Schema.SchemaFileOptions(space, IsPublic: true, model.Slug)
            ),
            CancellationToken.None
        );
        return SchemaBinder.Bind(source, CancellationToken.None).Model;
    }
}
