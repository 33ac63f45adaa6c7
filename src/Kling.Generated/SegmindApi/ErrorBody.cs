using System.Text.Json;

namespace Kling;

/// <summary>The server's message in a response: <c>error</c>, <c>error_description</c>, and what gateways use instead.</summary>
internal static class ErrorBody
{
    public static string? Read(JsonElement? json)
    {
        if (json is not { } body)
        {
            return null;
        }

        string? error = Words(body.Member("error")) ?? body.Text("message") ?? Words(body.Member("detail"));
        string? description = body.Text("error_description");
        return (error, description) switch
        {
            ({ } e, { } d) when e != d => $"{e}: {d}",
            _ => error ?? description,
        };
    }

    private static string? Words(JsonElement? error) =>
        error switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.AsText(),
            { ValueKind: JsonValueKind.Object } nested when nested.Text("message") is { } message => message,
            { } other => other.GetRawText(),
        };
}
