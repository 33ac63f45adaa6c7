using System.Globalization;
using System.Text.Json;

namespace Kling;

/// <summary>
/// The rows of the account's history. Their shape is known only from Segmind's own Python client, not from documentation or the live
/// service, so they are read tolerantly: what is missing or has another type is null.
/// </summary>
internal static class HistoryBody
{
    // Deeper than any wrapper around rows.
    private const int DeepestRows = 4;

    private static readonly string[] TimeNames = ["model_created", "created_at", "timestamp"];

    /// <summary>
    /// The rows: the first array of objects that have a <c>request_id</c>, whatever is around it; empty if there are only empty arrays.
    /// </summary>
    /// <returns><see langword="null"/> if the body is no list of rows.</returns>
    public static IReadOnlyList<JsonElement>? ReadRows(JsonElement json)
    {
        bool hasEmpty = false;
        IReadOnlyList<JsonElement>? rows = FindRows(json, DeepestRows, ref hasEmpty);
        return rows ?? (hasEmpty ? [] : null);
    }

    /// <summary>The rows of one request: the body itself, an object in it, or a list.</summary>
    /// <returns><see langword="null"/> if there is none.</returns>
    public static IReadOnlyList<JsonElement>? ReadRequest(JsonElement json)
    {
        if (IsRow(json))
        {
            return [json];
        }

        if (ReadRows(json) is { Count: > 0 } rows)
        {
            return rows;
        }

        return json.ValueKind is JsonValueKind.Object
            ? json.EnumerateObject().Where(static member => IsRow(member.Value)).Select(static member => (JsonElement[])[member.Value]).FirstOrDefault()
            : null;
    }

    public static string? Id(JsonElement row) => row.Text("request_id");

    public static string? Slug(JsonElement row) => row.Text("model_name");

    public static string? State(JsonElement row) => row.Text("model_status") ?? row.Text("status");

    public static decimal? Cost(JsonElement row) => row.Number("credits_deduction") ?? Decimal(row.Text("credits_deduction"));

    public static TimeSpan? Latency(JsonElement row) => row.Number("latency_ms") is { } ms and >= 0 and < 1e12m ? TimeSpan.FromMilliseconds((double)ms) : null;

    public static string? Error(JsonElement row) => row.Member("error") is null ? null : ErrorBody.Read(row);

    /// <summary>The body of the submit, which is an object or the text of one.</summary>
    public static JsonElement? Request(JsonElement row)
    {
        JsonElement? body = row.Member("request_body");
        return body?.AsText() is { } text ? Parse(text) : body is { ValueKind: JsonValueKind.Object } ? body : null;
    }

    /// <summary>The output, or each of several.</summary>
    public static IEnumerable<string> Outputs(JsonElement row) =>
        row.Member("generation_url") switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(static item => item.AsText()).OfType<string>(),
            { } one when one.AsText() is { } url => [url],
            _ => [],
        };

    public static DateTimeOffset? CreatedAt(JsonElement row) =>
        TimeNames
            .Select(name => row.Member(name))
            .Select(static time => WireTime.Read(time is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : time?.AsText()))
            .FirstOrDefault(static time => time is not null);

    private static bool IsRow(JsonElement json) => json.ValueKind is JsonValueKind.Object && Id(json) is not null;

    private static IReadOnlyList<JsonElement>? FindRows(JsonElement json, int depth, ref bool hasEmpty)
    {
        if (json.ValueKind is JsonValueKind.Array)
        {
            JsonElement[] rows = [.. json.EnumerateArray().Where(IsRow)];
            hasEmpty |= json.GetArrayLength() == 0;
            return rows.Length > 0 ? rows : null;
        }

        if (json.ValueKind is not JsonValueKind.Object || depth == 0)
        {
            return null;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (FindRows(member.Value, depth - 1, ref hasEmpty) is { } rows)
            {
                return rows;
            }
        }

        return null;
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static decimal? Decimal(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
