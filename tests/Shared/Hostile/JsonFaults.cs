using System.Text;

namespace Kling.Tests.Hostile;

/// <summary>Faults of a body that ought to be JSON.</summary>
internal static class JsonFaults
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyList<Fault> All { get; } = [.. Whole(), .. Broken(), .. Typed(), .. Large()];

    /// <summary>Another text instead of the truth.</summary>
    public static Fault Text(string name, Effect effect, Func<string, string> text) => Bytes(name, effect, json => Encoding.UTF8.GetBytes(text(json)));

    /// <summary>The truth with a member before the others.</summary>
    public static string With(string json, string member) => $"{{{member},{json[1..]}";

    private static Fault Bytes(string name, Effect effect, Func<string, byte[]> bytes) => Fault.Of(name, effect, e => e.Truth with { Body = bytes(e.Truth.Text) });

    private static IEnumerable<Fault> Whole()
    {
        yield return Bytes("a byte order mark", Effect.Truth, static json => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)]);
        yield return Text("half a surrogate pair in a value", Effect.Truth, static json => With(json, """ "extra":"\ud800" """));
        yield return Text("half a surrogate pair in a name", Effect.Truth, static json => With(json, """ "\udfff":1 """));
        yield return Text("members of every kind", Effect.Truth, static json => With(json, """ "a":null,"b":[],"c":{},"d":-0.0,"e":true,"f":"","":0 """));
        yield return Text("nulls and odd kinds in members that are optional", Effect.Truth, static json => With(json, """ "error":null,"seed":{},"logs":[null] """));
        yield return Text(
            "numbers that no type holds",
            Effect.Truth,
            static json => With(json, """ "metrics":{"cost":1e400,"total_time":-1e99,"queue_time":"12","retry_count":1e30,"inference_time":null} """));
        yield return Text("a member 60 levels deep", Effect.Truth, static json => With(json, $"\"extra\":{new string('[', 60)}{new string(']', 60)}"));
        yield return Text("blanks around it", Effect.Truth, static json => $"\r\n\t {json} \r\n");
        yield return Fault.Of("the type text/html", Effect.Truth, static e => e.Truth with { Headers = ["Content-Type: text/html; charset=nonsense"] });
        yield return Fault.Of("a type that is none", Effect.Truth, static e => e.Truth with { Headers = ["Content-Type: ;;;"] });
        yield return Fault.Of("no type", Effect.Truth, static e => e.Truth with { Headers = [] });
        yield return Fault.Of("an encoding that it has not", Effect.Any, static e => e.Truth with { Headers = [.. e.Truth.Headers, "Content-Encoding: gzip"] });
        yield return Text("the same name twice, the truth last", Effect.Any, static json => With(json, "\"status\":\"PAUSED\",\"request_id\":null"));
    }

    private static IEnumerable<Fault> Broken()
    {
        yield return Text("half of the JSON", Effect.Nothing, static json => json[..(json.Length / 2)]);
        yield return Text("JSON without its end", Effect.Nothing, static json => json[..^1]);
        yield return Text("a comma at the end", Effect.Nothing, static json => json[..^1] + ",}");
        yield return Text("a comment", Effect.Nothing, static json => "/* */" + json);
        yield return Text("two documents", Effect.Nothing, static json => json + json);
        yield return Text("text behind it", Effect.Nothing, static json => json + " OK");
        yield return Text("NaN", Effect.Nothing, static json => With(json, "\"extra\":NaN"));
        yield return Text("single quotes", Effect.Nothing, static json => json.Replace('"', '\''));
        yield return Bytes("UTF-16", Effect.Nothing, static json => Encoding.Unicode.GetBytes(json));
        yield return Bytes("bytes that are not UTF-8", Effect.Any, static json => [.. "{\"extra\":\""u8, 0xFF, 0xC0, 0x80, .. "\","u8, .. Encoding.UTF8.GetBytes(json[1..])]);
        yield return Bytes("control characters in a string", Effect.Nothing, static json => Encoding.UTF8.GetBytes(With(json, "\"extra\":\"a\u0001\nb\"")));
        yield return Text("a member 100 levels deep", Effect.Nothing, static json => With(json, $"\"extra\":{new string('[', 100)}{new string(']', 100)}"));
        yield return Text("100,000 levels", Effect.Nothing, static _ => new string('{', 100_000));
        yield return Text("a page", Effect.Nothing, static _ => "<!DOCTYPE html><html><body>Sign in</body></html>");
        yield return Text("blanks only", Effect.Nothing, static _ => "  \r\n ");
    }

    private static IEnumerable<Fault> Typed()
    {
        foreach (string json in (string[])["null", "true", "42", "\"COMPLETED\"", "[]", "{}", "[{\"request_id\":\"a\",\"status\":\"FAILED\"}]"])
        {
            yield return Text(json, Effect.Nothing, _ => json);
        }

        foreach (string value in (string[])["null", "1", "true", "[]", "{\"state\":\"FAILED\"}", "\"\"", "\"\\ud800\""])
        {
            yield return Text($"status and request_id {value}", Effect.Nothing, _ => $$"""{"request_id":{{value}},"status":{{value}},"output":{{value}}}""");
        }
    }

    private static IEnumerable<Fault> Large()
    {
        yield return Text("a member of 2 MB", Effect.Truth, static json => With(json, $"\"extra\":\"{new string('x', 2 * Megabyte)}\""));
        foreach (int size in (int[])[17, 50])
        {
            yield return new Fault($"{size} MB", Effect.Nothing, e => StreamAsync(e, size));
        }
    }

    private static async Task<bool> StreamAsync(Exchange e, int megabytes)
    {
        byte[] piece = new byte[Megabyte];
        piece.AsSpan().Fill((byte)' ');
        await e.Wire.WriteAsync(e.Truth.Head($"Content-Length: {e.Truth.Body.Length + (megabytes * Megabyte)}"));
        for (int count = 0; count < megabytes; count++)
        {
            await e.Wire.WriteAsync(piece);
        }

        return await e.SendAsync(e.Truth.Body, Ending.Keep);
    }
}
