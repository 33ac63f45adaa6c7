using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary><c>submit</c>, and the same for one model with its schema.</summary>
internal sealed class SubmitTool : KlingTool
{
    private const string General =
        "Submits a job and returns at once. It costs money: the user is asked, or the server's budget applies. The same input within 10 minutes "
        + "is the same job, so a retry is safe.";

    private readonly McpContext _context;
    private readonly KlingModel? _model;

    /// <summary>The tool for all models.</summary>
    public SubmitTool(McpContext context)
        : base(
            context.Host,
            "submit",
            General,
            Schema(
                """{"type":"object","properties":{"model":{"type":"string"},"input":{"type":"object","description":"By the schema of describe_model."}},"required":["model","input"]}"""
            ),
            Spends
        ) => _context = context;

    /// <summary>The tool of one model.</summary>
    public SubmitTool(McpContext context, KlingModel model, string name)
        : base(context.Host, name, ModelText.Description(model) + " Submits a job and returns at once.", ObjectSchema(model), Spends) =>
        (_context, _model) = (context, model);

    // Credits that are spent do not come back, so a client should ask.
    private static ToolAnnotations Spends =>
        new()
        {
            ReadOnlyHint = false,
            DestructiveHint = true,
            IdempotentHint = false,
            OpenWorldHint = true,
        };

    /// <summary>What is wrong with a request, or <see langword="null"/> if it can be sent.</summary>
    /// <param name="wanted">The request.</param>
    /// <param name="pointer">The JSON Pointer of the request in the arguments.</param>
    /// <param name="host">The process around.</param>
    public static JsonElement? Refusal(CheckedRequest wanted, string pointer, CliHost host)
    {
        if (wanted.Violations.Count > 0)
        {
            return ToolFailure.Invalid(
                wanted.Model.Slug,
                [.. wanted.Violations.Select(violation => violation with { Path = pointer + violation.Path })]
            );
        }

        return LocalFiles.Names(wanted.Model, wanted.Body) is [var file, ..]
            ? ToolFailure.Invalid(
                $"'{file}' is not a URL that the server can read. Nothing was sent.",
                "If it is a file of this machine, call upload_file and use its URL.",
                []
            )
            : null;
    }

    protected override async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        CheckedRequest wanted = Wanted(request);
        if (Refusal(wanted, _model is null ? "/input" : "", _context.Host) is { } refusal)
        {
            return Result(refusal, isError: true);
        }

        // Before equal jobs are looked for: otherwise one that another server submits meanwhile would use up the budget of its retry.
        (decimal Left, decimal Reserved) left = await _context.Ledger.LeftAsync(cancellationToken);
        string digest = BodyDigest.Of(wanted.Model.Slug, wanted.Body);
        if (await _context.Ledger.FindEqualAsync(digest, cancellationToken) is { } known)
        {
            return Report(known, isNew: false);
        }

        // Before the question: what the budget refuses is not worth one.
        _context.Ledger.EnsureLeft(wanted, left);
        string key = new SubmitConfirmation(_context).Confirm(request, wanted, digest);
        (KlingTicket ticket, bool isNew) = await _context.Ledger.SubmitAsync(wanted, digest, key, cancellationToken);
        return Report(ticket, isNew, new SubmitConfirmation(_context).Price(wanted));
    }

    /// <summary>The model's schema. The protocol wants it to name the type, which is the only one that a request can have.</summary>
    private static JsonElement ObjectSchema(KlingModel model)
    {
        if (model.JsonSchema.TryGetProperty("type", out JsonElement type) && type.ValueEquals("object"u8))
        {
            return model.JsonSchema;
        }

        JsonObject schema = JsonObject.Create(model.JsonSchema) ?? [];
        schema["type"] = "object";
        return Schema(schema.ToJsonString());
    }

    private CheckedRequest Wanted(RequestContext<CallToolRequestParams> request)
    {
        if (_model is not null)
        {
            return CheckedRequest.Of(_model, Body(request.Params?.Arguments));
        }

        ToolArguments arguments = Arguments(request);
        return CheckedRequest.Of(_context.Find(arguments.Text("model")), arguments.Object("input"));
    }

    private static JsonElement Body(IDictionary<string, JsonElement>? arguments)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string name, JsonElement value) in arguments ?? new Dictionary<string, JsonElement>())
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.ToArray());
    }

    private CallToolResult Report(KlingTicket ticket, bool isNew, string price = "")
    {
        string note = isNew
            ? $"{price} Key {ticket.Key}: the same input within {SubmitLedger.Window.TotalMinutes:0} minutes, or until this job has ended, is this job."
            : $"This is the job of an earlier, equal submit (key {ticket.Key}). Nothing new was sent or billed. To make another one, change the input, for example its prompt.";
        return Result(new JobReport(_context).Of(ticket, note));
    }
}
