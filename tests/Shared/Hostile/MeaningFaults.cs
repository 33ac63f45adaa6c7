namespace Kling.Tests.Hostile;

/// <summary>Well-formed responses that mean something else than they should.</summary>
internal static class MeaningFaults
{
    public static IReadOnlyList<Fault> OfSubmit { get; } = [.. Submits()];

    public static IReadOnlyList<Fault> OfStatus { get; } = [.. Statuses(), .. Others("QUEUED", "PROCESSING", "COMPLETED", "FAILED", "CANCELLED")];

    public static IReadOnlyList<Fault> OfResult { get; } = [.. Results(), .. Others("PROCESSING", "COMPLETED", "FAILED")];

    private static IEnumerable<Fault> Submits()
    {
        foreach (string id in (string[])["null", "\"\"", "\"..\"", "\"a b\"", "[\"a\"]", $"\"{new string('a', 300)}\""])
        {
            yield return JsonFaults.Text($"request_id {id[..Math.Min(id.Length, 20)]}", Effect.Nothing, _ => $$"""{"request_id":{{id}},"status":"QUEUED"}""");
        }

        yield return JsonFaults.Text("an error with 200", Effect.Nothing, static _ => """{"error":"invalid parameters"}""");
        yield return JsonFaults.Text("the id one level down", Effect.Nothing, static json => $$"""{"data":{{json}}}""");
        yield return JsonFaults.Text("an unknown status", Effect.Truth, static json => json.Replace("QUEUED", "PAUSED", StringComparison.Ordinal));
        yield return Fault.Of("the truth with 500", Effect.Truth, static e => e.Truth with { Status = "500 Odd" });
        yield return Fault.Of("the truth with 422", Effect.Truth, static e => e.Truth with { Status = "422 Odd" });
        (string Name, Func<Exchange, string> Url)[] urls =
        [
            ("on another host", static e => e.Foreign + "/v2/requests/a"), ("behind a user name", static e => e.Host.Replace("//", "//a@", StringComparison.Ordinal) + "/v2"),
            ("of a file", static _ => "file:///etc/passwd"), ("that is none", static _ => "::"), ("that is empty", static _ => ""),
        ];
        foreach ((string name, Func<Exchange, string> url) in urls)
        {
            yield return Fault.Of(
                $"a status_url {name}",
                Effect.Truth,
                e => Answer.Json("200 OK", JsonFaults.With(e.Truth.Text, $"\"status_url\":\"{url(e)}\",\"response_url\":\"{url(e)}\",\"poll_url\":\"{url(e)}\"")));
        }
    }

    private static IEnumerable<Fault> Statuses()
    {
        foreach (string state in (string[])["PAUSED", "☃", " ", "COMPLETED?", "complete", "\\u202eDELIAF"])
        {
            yield return JsonFaults.Text($"the status '{state}'", Effect.Nothing, _ => $$"""{"status":"{{state}}"}""");
        }

        yield return JsonFaults.Text("a status of 10,000 characters", Effect.Nothing, static _ => $$"""{"status":"{{new string('X', 10_000)}}"}""");
        yield return Fault.Of("status 'error' with 502", Effect.Nothing, static _ => Answer.Json("502 Bad Gateway", """{"status":"error"}"""));
        yield return Fault.Of("status 'TIMEOUT' with 504", Effect.Nothing, static _ => Answer.Json("504 Gateway Timeout", """{"status":"TIMEOUT"}"""));
    }

    private static IEnumerable<Fault> Results()
    {
        foreach (string output in (string[])["", ",\"output\":null", ",\"output\":\"\"", ",\"output\":[]", ",\"output\":{}"])
        {
            yield return JsonFaults.Text($"completed{output}", Effect.Refusal, _ => $$"""{"status":"COMPLETED"{{output}}}""");
        }

        yield return JsonFaults.Text("not finished", Effect.Nothing, static _ => """{"status":"PROCESSING"}""");
    }

    /// <summary>What belongs to another job, as a cache or a gateway that mixes up two requests sends it.</summary>
    private static IEnumerable<Fault> Others(params string[] states) => states.Select(static state => Fault.Of(
        $"another job's {state}",
        Effect.Nothing,
        e => Answer.Json(
            state is "FAILED" ? "422 Unprocessable" : "200 OK",
            $$"""{"request_id":"another","status":"{{state}}","error":"of another job","output":"{{e.Foreign}}/another.mp4"}""")));
}
