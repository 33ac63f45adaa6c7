using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>
/// A job as a line of JSON with which another process can resume it. It does not contain the key, and it does not decide where requests are
/// sent.
/// </summary>
[SuppressMessage("Usage", "CA2208", Justification = "The name is the one of the public method's parameter.")]
internal static class JobToken
{
    /// <summary>
    /// The only version so far. A new one is a token that this reader must not guess at; members that it does not know are passed over.
    /// </summary>
    private const int Version = 1;

    private const int LongestToken = 4096;

    private const string Video = "video";

    // As Utf8JsonWriter writes an instant in UTC: no trailing zeros.
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string Write(ApiAddress address, JobIdentity job)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("origin", address.ToString());
            json.WriteString("slug", job.Slug);
            json.WriteString("id", job.RequestId);
            json.WriteString("submitted", job.SubmittedAt.UtcDateTime);
            if (job.TypicalDuration is { } typical)
            {
                json.WriteNumber("typical", typical.TotalSeconds);
            }

            if (job.Output is not KlingOutputKind.Video)
            {
                json.WriteString("output", Name(job.Output));
            }

            if (job.TraceParent is { } trace)
            {
                json.WriteString("trace", trace);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The job of a token, if it is one of this API.</summary>
    /// <exception cref="ArgumentException">The text is not a token, or it is a token of another origin. The message does not quote it: it
    /// may be the API key, pasted by mistake.</exception>
    public static JobIdentity Read(string token, ApiAddress address)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > LongestToken)
        {
            throw Malformed(FormattableString.Invariant($"it is longer than {LongestToken} characters"));
        }

        try
        {
            using var document = JsonDocument.Parse(token);
            return Read(document.RootElement, address);
        }
        catch (JsonException e)
        {
            throw Malformed("it is not JSON", e);
        }
    }

    private static JobIdentity Read(JsonElement json, ApiAddress address)
    {
        long? version = json.Integer("v");
        if (version is not Version)
        {
            throw Malformed(
                version is { } other
                    ? FormattableString.Invariant($"its version is {other}, and this library reads version {Version}")
                    : "it has no version 'v'"
            );
        }

        if (json.Address("origin") is not { } origin)
        {
            throw Malformed("its 'origin' is not an http or https URL");
        }

        if (!address.IsSame(origin))
        {
            throw new ArgumentException(
                $"The job belongs to {ApiAddress.Shown(origin)}, but this client uses {address}. If you trust that URL, resume the job with a client that has it as {nameof(KlingClientOptions.BaseAddress)}.",
                "token"
            );
        }

        return new JobIdentity(Segment(json, "id"), Segment(json, "slug"), Instant(json, "submitted"))
        {
            TypicalDuration = json.Seconds("typical") is { Ticks: > 0 } typical ? typical : null,
            Output = Kind(json.Text("output") ?? Video),
            TraceParent = json.Text("trace"),
        };
    }

    private static string Segment(JsonElement json, string name) =>
        json.Text(name) is { } text && SegmindPath.IsSegment(text) ? text : throw Malformed($"its '{name}' is not valid");

    private static DateTimeOffset Instant(JsonElement json, string name)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return
            DateTimeOffset.TryParseExact(json.Text(name), InstantFormat, CultureInfo.InvariantCulture, Utc, out DateTimeOffset instant)
            && instant <= DateTimeOffset.MaxValue - JobRecord.Retention
            ? instant
            : throw Malformed($"its '{name}' is not a date and time");
    }

    private static string Name(KlingOutputKind kind) => kind.ToString().ToLowerInvariant();

    private static KlingOutputKind Kind(string name) =>
        Enum.GetValues<KlingOutputKind>().Cast<KlingOutputKind?>().FirstOrDefault(kind => Name(kind!.Value) == name)
        ?? throw Malformed("its 'output' is unknown");

    private static ArgumentException Malformed(string why, Exception? cause = null) =>
        new($"This is not a job token: {why}. Pass exactly what {nameof(KlingJob)}.{nameof(KlingJob.ToToken)} returned.", "token", cause);
}
