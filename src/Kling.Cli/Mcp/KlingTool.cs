using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary>A tool of the server. Whatever goes wrong becomes a result that the agent can read; the API key is in none.</summary>
internal abstract class KlingTool : McpServerTool
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    private readonly CliHost _host;

    protected KlingTool(CliHost host, string name, string description, JsonElement schema, ToolAnnotations annotations)
    {
        _host = host;
        ProtocolTool = new Tool
        {
            Name = name,
            Description = description,
            InputSchema = schema,
            Annotations = annotations,
        };
    }

    public sealed override Tool ProtocolTool { get; }

    public sealed override IReadOnlyList<object> Metadata => [];

    /// <summary>A tool that only reads what the server has.</summary>
    protected static ToolAnnotations Reads => new() { ReadOnlyHint = true, OpenWorldHint = false };

    public sealed override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await CallAsync(request, cancellationToken);
        }
        catch (InputRequiredException)
        {
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The protocol would hide the reason from the agent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Result(Failure(e), isError: true);
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken);

    /// <summary>A schema of the tool's own.</summary>
    protected static JsonElement Schema(string json) => JsonElement.Parse(json);

    /// <summary>The arguments of a call.</summary>
    protected ToolArguments Arguments(RequestContext<CallToolRequestParams> request) =>
        new(request.Params?.Arguments, ProtocolTool.InputSchema);

    /// <summary>A result: one JSON object, as text for agents and structured for programs, and links to files.</summary>
    protected CallToolResult Result(JsonElement json, bool isError = false, IEnumerable<ContentBlock>? links = null)
    {
        string text = _host.WithoutKey(Readable(json));
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = text }, .. links ?? []],
            StructuredContent = JsonElement.Parse(text),
            IsError = isError,
        };
    }

    // Without \u0027 for an apostrophe, which costs tokens and is hard to read.
    private static string Readable(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonElement Failure(Exception exception)
    {
        if (exception is KlingException known)
        {
            return ToolFailure.Of(known, isSubmit: false);
        }

        if (exception is ToolRefusal)
        {
            return ToolResult.Of("refused", json => json.WriteString("message", exception.Message));
        }

        CliFailure failure = Failures.Of(exception);
        return ToolResult.Of(
            failure.ExitCode is ExitCodes.Usage ? "invalid" : "error",
            json =>
            {
                json.WriteString("message", failure.Message);
                if (failure.Details.Count > 0)
                {
                    json.WriteString("path", failure.Details[0]);
                }
            }
        );
    }
}
