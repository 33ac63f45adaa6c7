using System.Globalization;
using System.Text;

namespace Kling.Tests.Hostile;

/// <summary>Faults of the status line and of the headers that belong to it.</summary>
internal static class StatusFaults
{
    private static readonly int[] Refusals =
    [
        300, 304, 305, 306, 310, 399, 400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 444, 451, 460,
        494, 499,
    ];

    private static readonly int[] Failures =
        [408, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 561, 598, 599, 600, 666, 700, 999];

    private static readonly string[] Waits =
    [
        "0", "1", "30", "-5", "99999", "99999999999999999999", "1e400", "soon", "",
        "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Jan 2099 00:00:00 GMT", "Tue, 01 Sep 2026 12:00:20 GMT",
    ];

    private static readonly string[] Resets =
    [
        "0", "-1", "NaN", "1e300", "1788264030", "1788264030000", "never", "2099-01-01T00:00:00Z", "1970-01-01",
        "2026-09-01T12:00:20Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ];

    private static readonly string[] Dates =
        ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Jan 2099 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "yesterday"];

    public static IReadOnlyList<Fault> All { get; } = [.. Codes(), .. Hints()];

    /// <summary>Redirects, which a client with redirects of its own follows before anybody is asked.</summary>
    public static IReadOnlyList<Fault> Redirects { get; } = [.. Moves()];

    /// <summary>Good codes with the truth behind them; for the API only.</summary>
    public static IReadOnlyList<Fault> Good { get; } =
    [
        .. ((string[])["201 Created", "202 Accepted", "203 Elsewhere", "206 Partial Content", "207 Multi-Status", "226 IM Used", "299 Odd"])
            .Select(static status => Fault.Of($"the truth with {status}", Effect.Truth, e => e.Truth with { Status = status })),
        .. ((string[])["204 No Content", "205 Reset Content", "200 OK"])
            .Select(static status => Fault.Of($"{status} and nothing", Effect.Nothing, e => e.Truth with { Status = status, Body = [] })),
    ];

    private static IEnumerable<Fault> Codes()
    {
        int number = 0;
        foreach (int code in Refusals.Concat(Failures))
        {
            Effect effect = Refusals.Contains(code) ? Effect.Refusal : Effect.Nothing;
            Effect onSubmit = code is 500 or 501 or 503 ? Effect.Refusal : effect;
            int shape = number++ % 5;
            yield return Fault.Of(Text(code), effect, e => Error(code, shape, e)) with { OnSubmit = onSubmit };
        }
    }

    /// <summary>An error as APIs, web servers and gateways write it, with and without the key that they were given.</summary>
    private static Answer Error(int code, int shape, Exchange e) => shape switch
    {
        _ when code is 304 => new Answer($"{code} Odd", []),
        0 => Answer.Json($"{code} Odd", """{"error":"not now"}"""),
        1 => new Answer($"{code} Odd", "<html><body>Error</body></html>"u8.ToArray(), "Content-Type: text/html"),
        2 => Answer.Json($"{code} Odd", $$"""{"error":"the key {{e.Key}} is odd","status":"error"}"""),
        3 => new Answer($"{code} {e.Key}", Encoding.ASCII.GetBytes($"x-api-key: {e.Key}"), "Content-Type: text/plain", $"X-Echo: {e.Key}"),
        _ => new Answer($"{code}", []),
    };

    private static IEnumerable<Fault> Moves()
    {
        (string Name, Func<Exchange, string?> Target)[] targets =
        [
            ("itself", static e => e.Host + e.Request.Path), ("another path", static e => e.Host + "/elsewhere"), ("a relative path", static _ => "../../elsewhere"),
            ("another host", static e => e.Foreign + e.Request.Path), ("another host by //", static e => e.Foreign["http:".Length..] + e.Request.Path),
            ("another host behind a user name", static e => e.Foreign.Replace("//", "//127.0.0.1@", StringComparison.Ordinal) + "/"), ("nowhere", static _ => null),
            ("an empty URL", static _ => ""), ("no URL", static _ => "http://[["), ("a file", static _ => "file:///etc/passwd"), ("FTP", static _ => "ftp://127.0.0.3/a"),
            ("mail", static _ => "mailto:a@b.example"), ("a port that is none", static e => e.Host + "99999/"),
        ];
        foreach (int code in (int[])[301, 302, 303, 307, 308])
        {
            foreach ((string name, Func<Exchange, string?> target) in targets)
            {
                yield return Fault.Of(
                    $"{Text(code)} to {name}",
                    Effect.Refusal,
                    e => target(e) is { } location ? new Answer($"{code} Moved", [], $"Location: {location}") : new Answer($"{code} Moved", []))
                    with { OnSubmit = code is 303 ? Effect.Nothing : Effect.Refusal };
            }
        }
    }

    private static IEnumerable<Fault> Hints()
    {
        foreach (int code in (int[])[429, 503])
        {
            foreach (string header in Waits.Select(static wait => "Retry-After: " + wait).Concat(Resets.Select(static reset => "x-rate-limit-reset-at-utc: " + reset)))
            {
                yield return Fault.Of($"{Text(code)} with {header}", Effect.Nothing, _ => Answer.Json($"{code} Busy", """{"error":"busy"}""") with { Headers = [header] })
                    with { OnSubmit = code is 429 ? Effect.Later : Effect.Refusal };
            }

            foreach (string date in Dates)
            {
                yield return Fault.Of(
                    $"{Text(code)} with Retry-After: 5 and Date: {date}",
                    Effect.Nothing,
                    _ => new Answer($"{code} Busy", [], "Retry-After: 5", "Date: " + date))
                    with { OnSubmit = code is 429 ? Effect.Later : Effect.Refusal };
            }
        }

        foreach (string date in Dates)
        {
            yield return Fault.Of($"the truth with Date: {date}", Effect.Truth, e => e.Truth with { Headers = [.. e.Truth.Headers, "Date: " + date] });
        }

        yield return Fault.Of(
            "the truth with Retry-After",
            Effect.Truth,
            static e => e.Truth with { Headers = [.. e.Truth.Headers, "Retry-After: 99999", "x-rate-limit-reset-at-utc: 9999999999"] });
    }

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
