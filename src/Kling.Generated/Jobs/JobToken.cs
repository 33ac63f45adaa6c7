using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Kling;

/// <summary>
/// A job as a short text with which another process can resume it: <c>kj2.slug.id.t120.20260901T1200000000000Z</c>. It consists of letters,
/// digits, '.', '-', '_' and '+', so that every shell takes it without quotes. It does not contain the key, and it does not decide where
/// requests are sent.
/// </summary>
[SuppressMessage("Usage", "CA2208", Justification = "The name is the one of the public method's parameter.")]
internal static class JobToken
{
    /// <summary>How a token begins. Another version is a token that this reader must not guess at.</summary>
    private const string Prefix = "kj2";

    private const char Separator = '.';

    private const int LongestToken = 4096;

    private const string Video = "video";

    // The time ends the token, and the 'Z' the time: a token that was cut off is noticed.
    private const string InstantFormat = "yyyyMMdd'T'HHmmssfffffff'Z'";

    // The optional parts begin with their letter. A reader ignores letters that it does not know.
    private const char Origin = 'o';
    private const char Typical = 't';
    private const char Kind = 'k';
    private const char Trace = 'p';

    public static string Write(ApiAddress address, JobIdentity job)
    {
        List<string> parts = [Prefix, Escape(job.Slug), Escape(job.RequestId)];
        Add(Origin, address.IsSame(SegmindHost.Api) ? null : address.ToString());
        Add(Typical, job.TypicalDuration?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        Add(Kind, job.Output is KlingOutputKind.Video ? null : Name(job.Output));
        Add(Trace, job.TraceParent);
        parts.Add(job.SubmittedAt.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));
        return string.Join(Separator, parts);

        void Add(char letter, string? value)
        {
            if (value is not null)
            {
                parts.Add(letter + Escape(value));
            }
        }
    }

    /// <summary>The job of a token, if it is one of this API.</summary>
    /// <exception cref="ArgumentException">The text is not a token, or it is a token of another origin. The message does not quote it: it
    /// may be the API key, pasted by mistake.</exception>
    public static JobIdentity Read(string token, ApiAddress address)
    {
        ArgumentNullException.ThrowIfNull(token);
        string text = token.Trim();
        return text.Length > LongestToken ? throw Malformed(FormattableString.Invariant($"it is longer than {LongestToken} characters"))
            : text.StartsWith('{') ? ReadJson(text, address)
            : ReadParts(text.Split(Separator), address);
    }

    private static JobIdentity ReadParts(string[] parts, ApiAddress address)
    {
        if (parts is not [Prefix, var slug, var id, .. var optional, var submitted])
        {
            throw Malformed(parts[0] == Prefix ? "a part of it is missing" : $"it does not begin with '{Prefix}{Separator}'");
        }

        EnsureSame(Part(Origin) is { } origin ? HttpUrl.Read(origin) : SegmindHost.Api, address);
        return new JobIdentity(Segment(Unescape(id), "id"), Segment(Unescape(slug), "slug"), Instant(submitted, InstantFormat))
        {
            TypicalDuration =
                double.TryParse(Part(Typical), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds > 0
                    ? JsonMember.Seconds(seconds)
                    : null,
            Output = OutputKind(Part(Kind)),
            TraceParent = Part(Trace),
        };

        string? Part(char letter) => optional.FirstOrDefault(part => part.StartsWith(letter)) is { } part ? Unescape(part[1..]) : null;
    }

    /// <summary>Reads a token as earlier versions wrote it: a line of JSON, which may be in a store.</summary>
    private static JobIdentity ReadJson(string text, ApiAddress address)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReadJson(document.RootElement, address);
        }
        catch (JsonException e)
        {
            throw Malformed("it begins as JSON, but it is not valid", e);
        }
    }

    private static JobIdentity ReadJson(JsonElement json, ApiAddress address)
    {
        const int Version = 1;
        const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        if (json.Integer("v") is not Version)
        {
            throw Malformed("as JSON, it must have the version 1");
        }

        EnsureSame(json.Address("origin"), address);
        return new JobIdentity(Segment(json.Text("id"), "id"), Segment(json.Text("slug"), "slug"), Instant(json.Text("submitted"), Format))
        {
            TypicalDuration = json.Seconds("typical") is { Ticks: > 0 } typical ? typical : null,
            Output = OutputKind(json.Text("output")),
            TraceParent = json.Text("trace"),
        };
    }

    private static void EnsureSame(Uri? origin, ApiAddress address)
    {
        if (origin is null)
        {
            throw Malformed("its base address is not an http or https URL");
        }

        if (!address.IsSame(origin))
        {
            throw new ArgumentException(
                $"The job belongs to {ApiAddress.Shown(origin)}, but this client uses {address}. If you trust that URL, resume the job with a client that has it as {nameof(KlingClientOptions.BaseAddress)}.",
                "token"
            );
        }
    }

    private static string Segment(string? text, string name) =>
        SegmindPath.IsSegment(text) ? text : throw Malformed($"its {name} is not valid");

    private static DateTimeOffset Instant(string? text, string format)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return
            DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, Utc, out DateTimeOffset instant)
            && instant <= DateTimeOffset.MaxValue - JobRecord.Retention
            ? instant
            : throw Malformed("its time of the submit is not valid");
    }

    // URL escapes with '+' for '%', which is a variable in cmd.exe.
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace(".", "%2E").Replace("~", "%7E").Replace('%', '+');

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', '%'));

    private static string Name(KlingOutputKind kind) => kind.ToString().ToLowerInvariant();

    private static KlingOutputKind OutputKind(string? name) =>
        Enum.GetValues<KlingOutputKind>().Cast<KlingOutputKind?>().FirstOrDefault(kind => Name(kind!.Value) == (name ?? Video))
        ?? throw Malformed("its kind of output is unknown");

    private static ArgumentException Malformed(string why, Exception? cause = null) =>
        new($"This is not a job token: {why}. Pass exactly what {nameof(KlingJob)}.{nameof(KlingJob.ToToken)} returned.", "token", cause);
}
